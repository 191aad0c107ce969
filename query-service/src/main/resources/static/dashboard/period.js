// Arithmetic of days. A day is a text such as 2010-12-01, in the shop's calendar.

const DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** More columns than these have days are too thin to see. */
const MOST_DAYS = { hour: 14, day: 4_000, week: 30_000, month: Infinity };

export const GRAINS = ['hour', 'day', 'week', 'month'];
export const PRESETS = ['12m', '30d', '7d'];

export const dayOf = dateTime => dateTime.slice(0, 10);
export const isDay = text => DATE.test(text ?? '') && plusDays(text, 0) === text;

export function plusDays(text, days) {
  const time = new Date(`${text}T00:00Z`).getTime() + days * DAY;
  return Number.isNaN(time) ? undefined : dayOf(new Date(time).toISOString());
}

/** The same day of another month, or that month's last where it is shorter. */
export function plusMonths(text, months) {
  const [year, month, day] = text.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString());
}

/** How many days from the one to the other, both included. */
export const daysIn = ({ from, to }) => Math.round((new Date(`${to}T00:00Z`) - new Date(`${from}T00:00Z`)) / DAY) + 1;

/** The days that are asked for: given ones, or some that end with the last there is; empty for all there are. */
export function chosenDays({ from, to, last }, facts) {
  if (!last || !facts.last) {
    return { ...(from && { from }), ...(to && { to }) };
  }
  const end = dayOf(facts.last);
  const start = last === '12m' ? plusDays(plusMonths(end, -12), 1) : plusDays(end, 1 - parseInt(last, 10));
  return { from: start, to: end };
}

/** The chosen days with both ends, taken from what there is where they are open. */
export function bounded({ from, to }, facts) {
  const first = from ?? dayOf(facts.first);
  const last = to ?? dayOf(facts.last);
  return { from: first, to: last < first ? first : last };
}

/** As many days just before, if there is trade from their beginning on; a part of them would be no measure. */
export function daysBefore(chosen, facts) {
  if (!chosen.from || !facts.first) {
    return undefined;
  }
  const span = bounded(chosen, facts);
  const before = { from: plusDays(span.from, -daysIn(span)), to: plusDays(span.from, -1) };
  return before.from < dayOf(facts.first) ? undefined : before;
}

/** The grains that make sense of so many days, and the one to begin with. */
export function grainsFor(span) {
  const days = daysIn(span);
  return {
    allowed: GRAINS.filter(grain => days <= MOST_DAYS[grain]),
    usual: days <= 3 ? 'hour' : days <= 92 ? 'day' : days <= 800 ? 'week' : 'month',
  };
}

/** The bucket a day lies in. */
export function bucketOf(grain, text) {
  switch (grain) {
    case 'hour':
      return `${text}T00:00`;
    case 'day':
      return text;
    case 'week':
      return plusDays(text, -((new Date(`${text}T00:00Z`).getUTCDay() + 6) % 7));
    default:
      return text.slice(0, 7);
  }
}

/** All buckets from one to another, also those without trade. */
export function bucketsBetween(grain, first, last) {
  const keys = [];
  for (let key = first; key <= last; key = next(grain, key)) {
    keys.push(key);
  }
  return keys;
}

function next(grain, key) {
  switch (grain) {
    case 'hour': {
      const hour = Number(key.slice(11, 13)) + 1;
      return hour === 24 ? `${plusDays(dayOf(key), 1)}T00:00` : `${dayOf(key)}T${String(hour).padStart(2, '0')}:00`;
    }
    case 'day':
      return plusDays(key, 1);
    case 'week':
      return plusDays(key, 7);
    default:
      return plusMonths(`${key}-01`, 1).slice(0, 7);
  }
}

/** The days of a bucket. */
export function daysOfBucket(grain, key) {
  switch (grain) {
    case 'week':
      return { from: key, to: plusDays(key, 6) };
    case 'month':
      return { from: `${key}-01`, to: plusDays(plusMonths(`${key}-01`, 1), -1) };
    default:
      return { from: dayOf(key), to: dayOf(key) };
  }
}
