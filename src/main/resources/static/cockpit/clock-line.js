/** The timeline of a clock: one column a day, days off shaded, pauses hatched. Its events stand in the table below it. */
import { today } from '../kit/checks.js';
import { day, dayOf, say, titleOf } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const DAY_MS = 86400000;
const LEFT = 76;
const RIGHT = 14;
const NARROWEST = 9;
const TOP = 42;
const BAR = { main: { y: 54, height: 22 }, leg: { y: 92, height: 14 } };
const BOTTOM = 120;

/** Draws the timeline of a view into so many pixels; where a day would be too narrow, it is wider than that. */
export function clockLine(view, width) {
  const span = spanOf(view);
  const step = Math.max(NARROWEST, (width - LEFT - RIGHT) / span.days);
  const whole = LEFT + RIGHT + step * span.days;
  const legs = view.legs.length > 0;
  const height = legs ? BOTTOM : BOTTOM - 26;
  const svg = make('svg', { class: 'yc-clock-line', width: whole, height, viewBox: `0 0 ${whole} ${height}`, role: 'img' });
  svg.setAttribute('aria-label', say('clock.line', { from: day(view.acceptedOn), target: say('mark.days', { n: view.target }), due: day(view.dueOn) }));
  const drawing = { svg, view, span, x: (date) => LEFT + step * (serial(date) - span.first), step, height, off: new Set(view.daysOff) };
  svg.append(hatching());
  drawDays(drawing);
  drawMain(drawing);
  if (legs) {
    drawLegs(drawing);
  }
  drawFlags(drawing);
  return svg;
}

/** What the shades mean. */
export function lineKeys({ state, pauses }) {
  const keys = [['yc-used', 'clock.running'], ['yc-off-day', 'clock.offDay']];
  if (pauses.length) {
    keys.push(['yc-held', 'clock.held']);
  }
  if (state === 'OVERDUE' || state === 'MISSED') {
    keys.push(['yc-over', 'clock.over']);
  } else {
    keys.push(['yc-ahead', 'clock.ahead']);
  }
  const list = document.createElement('ul');
  list.className = 'yc-keys yc-line-keys';
  keys.forEach(([name, key]) => {
    const swatch = make('svg', { width: 22, height: 12, 'aria-hidden': 'true' });
    swatch.append(make('rect', { width: 22, height: 12, class: name }));
    const entry = document.createElement('li');
    entry.append(swatch, say(key));
    list.append(entry);
  });
  return list;
}

/** From the day of acceptance to the last day that matters, with a little room. */
function spanOf(view) {
  const { acceptedOn, dueOn, forecast, legs, pauses } = view;
  const last = [dueOn, endOf(view), forecast?.dueOn, ...legs.map((leg) => leg.dueOn), ...pauses.map((pause) => pause.until)]
    .filter(Boolean)
    .map((each) => serial(dayOf(each)));
  const first = serial(acceptedOn) - 1;
  return { first, days: Math.max(...last, serial(acceptedOn) + 5) - first + 3 };
}

/** The day on which the clock stopped, or today. */
function endOf({ events }) {
  const stopped = events.find(({ type }) => type === 'STOPPED');
  return stopped ? dayOf(stopped.at) : today();
}

function stopped({ events }) {
  return events.some(({ type }) => type === 'STOPPED');
}

function drawDays({ svg, span, step, x, height, off }) {
  const every = [1, 2, 5, 7, 14].find((days) => days * step >= 34) || 28;
  for (let place = 0; place < span.days; place += 1) {
    const date = dateOf(span.first + place);
    if (off.has(date)) {
      svg.append(titled(make('rect', { x: x(date), y: TOP - 6, width: step, height: height - TOP, class: 'yc-off-day' }), `${day(date)} ${say('clock.offDay')}`));
    }
    if (place % every === 0) {
      svg.append(text(x(date) + step / 2, TOP - 11, shortDay(date), 'yc-tick'));
    }
  }
}

/** Used, held, left, extended and overdue days on one bar. */
function drawMain({ svg, view, x, step }) {
  const end = endOf(view);
  const begin = x(view.acceptedOn) + step;
  const due = x(view.dueOn) + step;
  const now = x(end) + step;
  svg.append(text(LEFT - 8, BAR.main.y + 15, say('clock.main'), 'yc-row-name'));
  bar(svg, begin, Math.min(now, due), BAR.main, 'yc-used', say('clock.running'));
  if (now < due && !stopped(view)) {
    bar(svg, Math.max(begin, now), due, BAR.main, 'yc-ahead', say('clock.ahead'));
  }
  if (now > due) {
    bar(svg, due, now, BAR.main, 'yc-over', say('clock.over'));
  }
  view.pauses.forEach((pause) => {
    const until = pause.until ? dayOf(pause.until) : end;
    const words = `${say('clock.held')}：${titleOf('reason', pause.reason, pause.reasonTitle)}，${day(dayOf(pause.from))}–${day(until)}`;
    bar(svg, x(dayOf(pause.from)) + step, Math.max(x(until) + step, x(dayOf(pause.from)) + step + 4), BAR.main, 'yc-held', words);
  });
  view.events.filter((event) => dayOf(event.at) >= view.acceptedOn).forEach((event) => {
    const place = x(dayOf(event.at)) + step / 2;
    const words = `${day(dayOf(event.at))} ${titleOf('type', event.type, event.typeTitle)}${event.workingDays ? ` ${say('mark.days', { n: event.workingDays })}` : ''}`;
    if (event.type === 'EXTENDED') {
      svg.append(text(place, BAR.main.y - 4, `+${event.workingDays}`, 'yc-added'));
    }
    svg.append(titled(make('circle', { cx: place, cy: BAR.main.y + BAR.main.height / 2, r: 4.5, class: `yc-event yc-event-${event.type.toLowerCase()}` }), words));
  });
}

function drawLegs({ svg, view, x, step }) {
  svg.append(text(LEFT - 8, BAR.leg.y + 11, say('clock.legs'), 'yc-row-name'));
  view.legs.forEach((leg) => {
    const begin = x(dayOf(leg.from)) + step;
    const end = x(leg.until ? dayOf(leg.until) : endOf(view)) + step;
    const name = titleOf('leg', leg.leg, leg.title);
    bar(svg, begin, Math.max(end, begin + 4), BAR.leg, leg.leg === 'TRANSFER_OUT' ? 'yc-leg-out' : 'yc-leg-in', `${name}，${say('mark.dueOn', { day: day(leg.dueOn) })}`);
    const room = end - begin;
    svg.append(text(room > 60 ? begin + 6 : end + 5, BAR.leg.y + 11, name, room > 60 ? 'yc-leg-name yc-on-bar' : 'yc-leg-name'));
    if (leg.dueOn) {
      const due = x(leg.dueOn) + step;
      svg.append(titled(make('path', { d: `M${due} ${BAR.leg.y - 4}V${BAR.leg.y + BAR.leg.height + 4}`, class: 'yc-leg-due' }), `${name} ${say('mark.dueOn', { day: day(leg.dueOn) })}`));
    }
  });
}

/** Today and the due day, named on top. */
function drawFlags({ svg, view, x, step, height }) {
  const due = x(view.dueOn) + step;
  svg.append(make('path', { d: `M${due} ${TOP - 6}V${height - 4}`, class: 'yc-due-line' }), text(due, 11, `${say('clock.due')} ${shortDay(view.dueOn)}${view.provisional ? ` ${say('mark.provisional')}` : ''}`, 'yc-flag yc-flag-due'));
  if (!stopped(view)) {
    const now = x(today()) + step / 2;
    const near = Math.abs(now - due) < 90;
    const label = text(near ? now - 4 : now, 11, say('clock.today'), 'yc-flag yc-flag-today');
    if (near && now <= due) {
      label.setAttribute('text-anchor', 'end');
    }
    svg.append(make('path', { d: `M${now} ${TOP - 6}V${height - 4}`, class: 'yc-today' }), label);
  }
}

function bar(svg, from, to, { y, height }, name, words) {
  if (to > from) {
    svg.append(titled(make('rect', { x: from, y, width: to - from, height, class: name }), words));
  }
}

function hatching() {
  const pattern = make('pattern', { id: 'yc-hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  pattern.append(make('rect', { width: 7, height: 7, class: 'yc-hatch-ground' }), make('path', { d: 'M0 0V7', class: 'yc-hatch-line' }));
  const defs = make('defs', {});
  defs.append(pattern);
  return defs;
}

function titled(node, words) {
  const title = make('title', {});
  title.textContent = words;
  node.append(title);
  return node;
}

function text(x, y, words, name) {
  const node = make('text', { x, y, class: name });
  node.textContent = words;
  return node;
}

function make(name, attributes) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}

function shortDay(date) {
  const [, month, dayOfMonth] = date.split('-').map(Number);
  return `${month}/${dayOfMonth}`;
}

function serial(date) {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function dateOf(number) {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
