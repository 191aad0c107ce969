// Where a chart's axes have labels.

import { dayWithoutYear, monthName, time, weekday } from './format.js';

const STEPS = [1, 2, 2.5, 5, 10];

/** Round values within a range that has zero in it. */
export function ticksOf(low, high, most) {
  const rough = (high - low || 1) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find(factor => factor * power >= rough);
  const from = Math.ceil(low / step);
  const to = Math.floor(high / step);
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
}

/** `{index, label}` of the buckets that bear one, so that neighbours do not touch. */
export function timeLabels(grain, keys, width) {
  const most = pixels => Math.max(1, Math.floor(width / pixels));
  if (grain === 'hour') {
    return hours(keys, most);
  }
  if (grain !== 'month' && keys.length <= most(64) * (grain === 'day' ? 8 : 2)) {
    return every(keys, most(64), dayWithoutYear);
  }
  return months(keys, most(68));
}

function hours(keys, most) {
  const midnights = places(keys, key => key.endsWith('T00:00'));
  if (midnights.length > 2) {
    return thinned(midnights, most(88))
      .map(index => ({ index, label: `${weekday(keys[index])} ${dayWithoutYear(keys[index])}` }));
  }
  return every(keys, most(64), key => (key.endsWith('T00:00') ? dayWithoutYear(key) : time(key)));
}

function every(keys, most, label) {
  return thinned(keys.map((_, index) => index), most).map(index => ({ index, label: label(keys[index]) }));
}

/** The first bucket of each month, or of every second, third, sixth; a year is told with its first label. */
function months(keys, most) {
  const first = places(keys, (key, index) => index > 0 && key.slice(0, 7) !== keys[index - 1].slice(0, 7));
  const starts = keys[0].length === 7 || first.length === 0 ? [0, ...first] : first;
  const step = [1, 2, 3, 4, 6, 12].find(candidate => starts.length / candidate <= most) ?? Math.ceil(starts.length / most);
  const monthOf = index => Number(keys[index].slice(5, 7)) - 1;
  const chosen = step > 12 ? thinned(starts, most) : starts.filter(index => monthOf(index) % step === 0);
  return chosen.map((index, place) => {
    const newYear = place === 0 || keys[index].slice(0, 4) !== keys[chosen[place - 1]].slice(0, 4);
    return { index, label: newYear ? `${monthName(keys[index])} ${keys[index].slice(0, 4)}` : monthName(keys[index]) };
  });
}

function places(keys, wanted) {
  return keys.map((_, index) => index).filter(index => wanted(keys[index], index));
}

function thinned(indexes, most) {
  const step = Math.ceil(indexes.length / most);
  return indexes.filter((_, place) => place % step === 0);
}
