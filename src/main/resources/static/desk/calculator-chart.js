/** What each option has cost by the end of each month, and from when the years are there; with a table that says the same. */
import { chartLibrary } from '../kit/chart.js';
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

const COLOURS = ['#3b78b8', '#d98200', '#6b4a9e', '#1d7a4f'];
const INK = '#4a5561';
const A_YEAR = 12;

/**
 * @param {string} title whose options they are
 * @param {object[]} options with label and course
 * @returns an element, and a function that draws once it stands in the page
 */
export function courseChart(title, options) {
  const caption = `${title}：各办法到每月底累计缴了多少`;
  const canvas = element('canvas', { role: 'img', 'aria-label': caption });
  const frame = element('div', { class: 'yb-chart' }, canvas);
  const figures = element(
    'details',
    { class: 'yb-chart-table' },
    element('summary', {}, '表格'),
    element('div', { class: 'yb-wide-table', tabindex: '0', role: 'region', 'aria-label': caption }, table(options))
  );
  const node = element('figure', { class: 'yb-course' }, element('figcaption', {}, caption), keys(options), frame, figures);
  return {
    node,
    draw: async () => {
      try {
        const Chart = await chartLibrary();
        return canvas.isConnected ? new Chart(canvas, settings(options)) : null;
      } catch {
        frame.hidden = true;
        figures.open = true;
        return null;
      }
    }
  };
}

function keys(options) {
  return element(
    'ul',
    { class: 'yb-keys' },
    ...options.map((option, place) => {
      const swatch = element('span', { class: `yb-swatch yb-swatch-${place % COLOURS.length}`, 'aria-hidden': 'true' });
      return element('li', {}, swatch, `${option.label}${startOf(option)}`);
    })
  );
}

function startOf({ benefitStart, reachedIn }) {
  if (benefitStart) {
    return `：${shown(benefitStart, 'date')}起享受待遇`;
  }
  return reachedIn ? `：${shown(reachedIn, 'month')}年限满` : '';
}

/** The first month, each twelfth and the last. */
function table(options) {
  const { course } = options[0];
  const places = course.map((point, place) => place).filter((place) => place % A_YEAR === 0 || place === course.length - 1);
  return element(
    'table',
    { class: 'yb-plain' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, '到月底'), ...options.map(({ label }) => element('th', { scope: 'col' }, label)))),
    element(
      'tbody',
      {},
      ...places.map((place) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, shown(course[place].month, 'month')),
          ...options.map((option) => element('td', { class: 'yb-figure' }, shown(option.course[place].paid, 'yuan')))
        )
      )
    )
  );
}

function settings(options) {
  const months = options[0].course.map(({ month }) => month);
  const font = { size: 11 };
  return {
    type: 'line',
    data: {
      labels: months.map((month) => shown(month, 'month')),
      datasets: options.map((option, place) => ({
        label: option.label,
        data: option.course.map(({ paid }) => paid),
        borderColor: COLOURS[place % COLOURS.length],
        backgroundColor: COLOURS[place % COLOURS.length],
        borderWidth: 2,
        stepped: true,
        pointStyle: 'rectRot',
        pointRadius: months.map((month) => (month === beginning(option) ? 6 : 0))
      }))
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { display: false }, tooltip: { mode: 'index' } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { grid: { display: false }, ticks: { color: INK, font, maxRotation: 0, autoSkipPadding: 24 } },
        y: { beginAtZero: true, title: { display: true, text: '元', color: INK, font }, grid: { color: '#e3e7eb' }, ticks: { color: INK, font, maxTicksLimit: 6 } }
      }
    }
  };
}

/** The month that is marked: of the first benefits, else that in which the years are there. */
function beginning({ benefitStart, reachedIn }) {
  return benefitStart ? benefitStart.slice(0, 7) : reachedIn;
}
