// Columns over time: sales upwards, cancellations downwards, and a mark where the revenue between them stands.

import { h, replace, shape } from './dom.js';
import { compact } from './format.js';
import { ticksOf, timeLabels } from './axes.js';

const HEIGHT = 280;
const TOP = 8;
const BOTTOM = 26;

/**
 * points are `{key, sales, cancellations, revenue}` in order of time; onCursor is told the index that is looked at, or
 * undefined; onPick, if there is one, is told the index that is chosen. Only what is looked at can be chosen, so that a
 * finger looks first.
 */
export function timeChart(host, points, { grain, label, onCursor, onPick }) {
  const kind = onPick ? 'timechart closer' : 'timechart';
  const figure = h('div', { class: kind, tabindex: '0', role: 'group', 'aria-label': label });
  let cursor;
  let held;
  let drawn;

  const move = index => {
    cursor = index;
    drawn?.mark(index);
    onCursor(index);
  };
  const indexAt = event => drawn.indexAt(event.clientX - figure.getBoundingClientRect().left);

  const pick = index => (index === held && onPick ? onPick(index) : move(index));

  figure.addEventListener('pointerdown', () => (held = cursor));
  figure.addEventListener('pointermove', event => move(indexAt(event)));
  figure.addEventListener('pointerleave', event => event.pointerType !== 'touch' && move(undefined));
  figure.addEventListener('blur', () => move(undefined));
  figure.addEventListener('click', event => pick(indexAt(event)));
  figure.addEventListener('keydown', event => {
    const to = keyTarget(event.key, cursor, points.length);
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter' && cursor !== undefined) {
      onPick?.(cursor);
    }
  });

  const observer = new ResizeObserver(([entry]) => {
    if (!figure.isConnected) {
      observer.disconnect();
      return;
    }
    const width = Math.floor(entry.contentRect.width);
    if (width > 0) {
      drawn = draw(figure, points, grain, width);
      drawn.mark(cursor);
    }
  });
  replace(host, figure);
  observer.observe(figure);
}

function keyTarget(key, cursor, length) {
  const moves = {
    ArrowRight: Math.min((cursor ?? -1) + 1, length - 1),
    ArrowLeft: Math.max((cursor ?? length) - 1, 0),
    Home: 0,
    End: length - 1,
  };
  return moves[key];
}

function draw(figure, points, grain, width) {
  const highest = Math.max(...points.map(point => Math.max(point.sales, point.revenue, 0)));
  const lowest = Math.min(...points.map(point => Math.min(point.cancellations, point.revenue, 0)));
  const ticks = ticksOf(lowest, highest, width < 480 ? 4 : 6);
  const [low, high] = [lowest, highest || 1];
  const left = 12 + Math.max(...ticks.map(tick => compact(tick).length)) * 7;
  const slot = (width - left) / points.length;
  const y = value => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const x = index => left + index * slot;

  const band = shape('rect',
    { class: 'band', y: TOP, height: HEIGHT - TOP - BOTTOM, width: Math.max(slot, 2), visibility: 'hidden' });
  replace(figure, shape('svg', { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, 'aria-hidden': 'true' },
    band,
    ticks.map(tick => shape('g', { class: tick === 0 ? 'zero' : 'tick' },
      shape('line', { x1: left, x2: width, y1: round(y(tick)), y2: round(y(tick)) }),
      text(left - 8, y(tick) + 4, compact(tick), 'end'))),
    shape('path', { class: 'sales', d: columns(points, 'sales', x, y, slot) }),
    shape('path', { class: 'cancellations', d: columns(points, 'cancellations', x, y, slot) }),
    shape('path', { class: 'revenue', d: marks(points, x, y, slot) }),
    timeLabels(grain, points.map(point => point.key), width - left)
      .map(({ index, label }) => shape('g', { class: 'time' },
        shape('line', { x1: x(index), x2: x(index), y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 5 }),
        text(x(index) + 3, HEIGHT - 8, label, 'start')))));
  return {
    mark: index => {
      band.setAttribute('visibility', index === undefined ? 'hidden' : 'visible');
      band.setAttribute('x', x(index ?? 0));
    },
    indexAt: offset => Math.min(points.length - 1, Math.max(0, Math.floor((offset - left) / slot))),
  };
}

function columns(points, name, x, y, slot) {
  const gap = slot > 3 ? Math.min(slot * 0.25, 12) : 0;
  return points.map((point, index) => (point[name] === 0 ? ''
    : `M${fine(x(index) + gap / 2)} ${fine(y(0))}V${fine(y(point[name]))}h${fine(slot - gap)}V${fine(y(0))}z`)).join('');
}

function marks(points, x, y, slot) {
  return points.map((point, index) => (point.sales === 0 && point.revenue === 0 ? ''
    : `M${fine(x(index))} ${fine(y(point.revenue))}h${fine(slot)}`)).join('');
}

const text = (x, y, content, anchor) => shape('text', { x, y, 'text-anchor': anchor }, content);
const round = value => Math.round(value) + 0.5;
const fine = value => Math.round(value * 100) / 100;
