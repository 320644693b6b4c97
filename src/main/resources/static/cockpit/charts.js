/** The two charts of the board, each with a table that says the same. */
import { chartLibrary } from '../kit/chart.js';
import { element } from '../kit/elements.js';
import { card, hint, refill, table } from './dom.js';
import { count, day, say, titleOf } from './words.js';

const COLOURS = { OVERDUE: '#b3261e', AT_RISK: '#d98200', ON_TRACK: '#3b78b8', MET: '#3b78b8', MISSED: '#b3261e' };
const AGEING = ['OVERDUE', 'AT_RISK', 'ON_TRACK'];
const INK = '#4a5561';
/** What lies further away is one bar at each end. */
const LATEST = -6;
const FARTHEST = 16;

/** Cases by working days left, stacked by state. */
export function ageingCard() {
  return chartCard('ageing.title', 'yc-ageing', (ageing) => {
    const days = [];
    for (let left = LATEST; left <= FARTHEST; left += 1) {
      days.push(left);
    }
    const of = (state, left) =>
      ageing
        .filter((each) => each.state === state && Math.min(FARTHEST, Math.max(LATEST, each.daysLeft)) === left)
        .reduce((total, each) => total + each.cases, 0);
    const label = (left) => (left === LATEST ? say('ageing.upTo', { n: left }) : left === FARTHEST ? say('ageing.from', { n: left }) : String(left));
    return {
      empty: say('ageing.none'),
      note: say('ageing.held'),
      first: say('ageing.days'),
      labels: days.map(label),
      series: AGEING.map((state) => ({ state, values: days.map((left) => of(state, left)) }))
    };
  });
}

/** Cases finished in each week, met and missed. */
export function trendCard(weeks) {
  return chartCard('trend.title', 'yc-trend', (found) => {
    const met = found.reduce((total, week) => total + week.met, 0);
    const all = met + found.reduce((total, week) => total + week.missed, 0);
    const share = all ? `${Math.floor((met / all) * 1000) / 10} %` : '';
    return {
      empty: say('trend.none', { n: weeks }),
      note: say('trend.share', { n: weeks, share }),
      first: say('trend.week'),
      labels: found.map((week) => day(week.from)),
      series: [
        { state: 'MET', values: found.map((week) => week.met) },
        { state: 'MISSED', values: found.map((week) => week.missed) }
      ]
    };
  });
}

function chartCard(titleKey, name, read) {
  const canvas = element('canvas', { role: 'img' });
  const frame = element('div', { class: 'yc-chart' }, canvas);
  const keys = element('ul', { class: 'yc-keys', 'aria-hidden': 'true' });
  const note = element('p', { class: 'yc-note' });
  const figures = element('div', { class: 'yc-scroll', tabindex: '0', role: 'group', 'aria-label': say(titleKey) });
  const alternative = element('details', { class: 'yc-alternative' }, element('summary', {}, say('chart.table')), figures);
  const nothing = element('div', { hidden: true });
  let chart = null;
  let gone = false;
  let shown = null;

  async function draw(data) {
    const Chart = await chartLibrary();
    if (gone) {
      return;
    }
    chart ??= new Chart(canvas, settings());
    chart.data.labels = data.labels;
    data.series.forEach(({ state, values }, place) => {
      chart.data.datasets[place] ??= { label: titleOf('state', state), backgroundColor: COLOURS[state], stack: 'cases', maxBarThickness: 26 };
      chart.data.datasets[place].data = values;
    });
    chart.update('none');
  }

  return {
    node: card(say(titleKey), { class: name }, keys, nothing, frame, note, alternative),
    show(found) {
      const data = read(found);
      const total = data.series.reduce((sum, { values }) => sum + values.reduce((one, other) => one + other, 0), 0);
      const same = JSON.stringify(data);
      if (same === shown) {
        return;
      }
      shown = same;
      refill(nothing, hint(data.empty));
      nothing.hidden = total > 0;
      [frame, alternative, note, keys].forEach((each) => {
        each.hidden = !total;
      });
      note.textContent = data.note;
      refill(keys, ...data.series.map(({ state, values }) => legend(state, values)));
      canvas.setAttribute('aria-label', `${say(titleKey)}：${data.series.map(({ state, values }) => spoken(state, values)).join('，')}`);
      refill(figures, figuresOf(titleKey, data));
      if (total) {
        draw(data).catch(() => {
          frame.hidden = true;
          alternative.open = true;
        });
      }
    },
    destroy() {
      gone = true;
      chart?.destroy();
    }
  };
}

function legend(state, values) {
  const swatch = element('span', { class: `yc-swatch yc-fill-${state.toLowerCase()}` });
  return element('li', {}, swatch, spoken(state, values));
}

function spoken(state, values) {
  return `${titleOf('state', state)} ${count(values.reduce((one, other) => one + other, 0))}`;
}

function figuresOf(titleKey, { first, labels, series }) {
  const filled = labels.map((label, place) => [label, ...series.map(({ values }) => count(values[place]))]).filter((row) => row.slice(1).some((cell) => cell !== '0'));
  return table(say(titleKey), [first, ...series.map(({ state }) => titleOf('state', state))], filled, { class: 'yc-figures' });
}

function settings() {
  const font = { size: 11 };
  return {
    type: 'bar',
    data: { labels: [], datasets: [] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false }, tooltip: { mode: 'index' } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { color: INK, font, maxRotation: 0, autoSkipPadding: 6 } },
        y: { stacked: true, beginAtZero: true, grid: { color: '#e3e7eb' }, ticks: { color: INK, font, precision: 0, maxTicksLimit: 6 } }
      }
    }
  };
}
