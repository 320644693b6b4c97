/** A year as twelve months, each day as what it is: in words for those who do not see colours. */
import { element } from '../kit/elements.js';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/**
 * @param {object} view a year as the API tells it
 * @returns {HTMLElement[]} twelve months
 */
export function months(view) {
  const special = new Map(view.days.map((day) => [day.day, day]));
  return view.workingDays.map((workingDays, index) => month(view.year, index, workingDays, special));
}

function month(year, index, workingDays, special) {
  const first = new Date(Date.UTC(year, index, 1));
  const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const rows = [];
  for (let from = 1 - before; from <= length; from += 7) {
    rows.push(element('tr', {}, ...WEEKDAYS.map((_, column) => cell(year, index, from + column, length, special))));
  }
  return element(
    'div',
    { class: 'yb-month' },
    element(
      'table',
      {},
      element('caption', {}, `${index + 1} 月`, element('span', {}, `${workingDays} 个工作日`)),
      element('thead', {}, element('tr', {}, ...WEEKDAYS.map((day) => element('th', { scope: 'col', abbr: `星期${day}` }, day)))),
      element('tbody', {}, ...rows)
    )
  );
}

function cell(year, index, number, length, special) {
  if (number < 1 || number > length) {
    return element('td');
  }
  const date = new Date(Date.UTC(year, index, number));
  const iso = date.toISOString().slice(0, 10);
  const day = special.get(iso);
  const weekend = date.getUTCDay() % 6 === 0;
  const classes = [weekend && !day ? 'yb-day-weekend' : null, iso === today() ? 'yb-day-today' : null];
  if (day) {
    classes.push(day.kind === 'OFF' ? 'yb-day-off' : 'yb-day-work', day.local ? 'yb-day-local' : null);
  }
  const told = day ? `${iso} ${day.name}，${day.kindTitle}${day.source ? `（${day.source}）` : ''}` : iso;
  return element(
    'td',
    {},
    element(
      'span',
      { class: classes.filter(Boolean).join(' ') || null, title: told, 'data-day': iso },
      String(number),
      day ? element('small', {}, day.kind === 'OFF' ? day.name : '上班') : null
    )
  );
}

function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
