// How figures and times are written, in the reader's own locale. Times of sales are the shop's, whatever the zone here.

const plain = new Intl.NumberFormat();
const cents = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const exact = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
const short = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 });
const shorter = new Intl.NumberFormat(undefined, { notation: 'compact' });
const tenth = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const rate = new Intl.NumberFormat(undefined, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const change = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const ABSENT = '–';
const UNITS = [['d', 86_400], ['h', 3_600], ['min', 60], ['s', 1]];

/** A decimal text to two places; the text is rounded, not a float made of it. */
export const money = text => (text === undefined ? ABSENT : minus(cents.format(text)));
/** A price with all the decimals it has, two at least. */
export const price = text => minus(exact.format(text));
export const count = text => (text === undefined ? ABSENT : minus(plain.format(text)));
export const compact = number => minus(short.format(number));
/** Good enough for a glance. */
export const rough = number => minus(shorter.format(number));
export const oneDecimal = text => (text === undefined ? ABSENT : minus(tenth.format(text)));
export const percent = ratio => minus(share.format(ratio));
export const exactPercent = ratio => (ratio === undefined ? ABSENT : rate.format(ratio));
export const signedPercent = ratio => minus(change.format(ratio));

const shop = options => new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
const dayFormat = shop({ day: 'numeric', month: 'short', year: 'numeric' });
const longDay = shop({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const dayOnly = shop({ day: 'numeric', month: 'short' });
const monthFormat = shop({ month: 'long', year: 'numeric' });
const shortMonth = shop({ month: 'short' });
const monthAndYear = shop({ month: 'short', year: 'numeric' });
const weekdayFormat = shop({ weekday: 'short' });
const timeFormat = shop({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const instantFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const day = text => (text === undefined || text === null ? ABSENT : dayFormat.format(shopTime(text)));
export const dayAndTime = text => `${day(text)}, ${time(text)}`;
export const dayWithoutYear = text => dayOnly.format(shopTime(text));
export const month = text => monthFormat.format(shopTime(text));
export const monthName = text => shortMonth.format(shopTime(text));
export const shortMonthAndYear = text => monthAndYear.format(shopTime(text));
export const time = text => timeFormat.format(shopTime(text));
export const weekday = text => weekdayFormat.format(shopTime(text));
/** An instant of this service, in the reader's zone. */
export const instant = text => instantFormat.format(new Date(text));

/** A stretch of time as the chart's buckets name it. */
export function bucketName(grain, key) {
  switch (grain) {
    case 'hour':
      return `${longDay.format(shopTime(key))}, ${time(key)}`;
    case 'day':
      return longDay.format(shopTime(key));
    case 'week':
      return `Week of ${day(key)}`;
    default:
      return month(key);
  }
}

/** Seconds in the two largest units that they fill. */
export function duration(seconds) {
  if (seconds === undefined) {
    return ABSENT;
  }
  const whole = Math.round(seconds);
  const largest = UNITS.findIndex(([, size]) => whole >= size || size === 1);
  return UNITS.slice(largest, largest + 2)
    .map(([unit, size], place) => [Math.floor((place === 0 ? whole : whole % UNITS[largest][1]) / size), unit])
    .filter(([count], place) => place === 0 || count > 0)
    .map(([count, unit]) => `${plain.format(count)} ${unit}`)
    .join(' ');
}

/** `AT_RISK` and `needs attention` as a label. */
export function label(name) {
  const words = name.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shopTime(text) {
  const full = text.length === 7 ? `${text}-01` : text;
  return new Date(full.includes('T') ? `${full}Z` : `${full}T00:00Z`);
}

const minus = text => text.replace('-', '−');
