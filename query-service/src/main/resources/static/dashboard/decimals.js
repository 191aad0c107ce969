// Money is kept as the text it came as. Sums are exact; only charts and rates make do with floating point.

const NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads JSON and leaves its numbers texts, digit for digit. */
export function parseExact(json) {
  return JSON.parse(json.replace(NUMBERS, token => (token.startsWith('"') ? token : `"${token}"`)));
}

/** The exact sum of decimal texts; what is absent counts as nothing. */
export function sum(texts) {
  const parts = texts.filter(text => text !== undefined).map(split);
  const scale = Math.max(0, ...parts.map(part => part.scale));
  const total = parts.reduce((so, part) => so + part.units * 10n ** BigInt(scale - part.scale), 0n);
  return join(total, scale);
}

function split(text) {
  const match = DECIMAL.exec(text);
  if (!match) {
    throw new RangeError(`${text} is not a plain decimal`);
  }
  const [, sign, whole, fraction = ''] = match;
  return { units: BigInt(sign + whole + fraction), scale: fraction.length };
}

function join(units, scale) {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
