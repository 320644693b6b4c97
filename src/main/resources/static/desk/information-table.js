/** The months of an information table, folded: a line a year, its months below it. */
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';

/** What stands in the <details> of the months. */
export function monthsByYear(months) {
  const years = new Map();
  months.forEach((month) => {
    const year = month.month.slice(0, 4);
    years.set(year, [...(years.get(year) || []), month]);
  });
  const folded = [...years].reverse().map(([year, ofYear]) => yearLine(year, ofYear));
  return [element('summary', {}, `缴费月份（${months.length} 个月，${years.size} 年）`), ...folded];
}

function yearLine(year, months) {
  const places = [...new Set(months.map((month) => month.paidInName))].join('、');
  return element(
    'details',
    { class: 'yb-year' },
    element('summary', {}, element('strong', {}, `${year}年`), strip(months), ` ${months.length} 个月 · ${places}`),
    monthTable(months)
  );
}

/** Twelve boxes, for the eye only: the words beside them say the same. */
function strip(months) {
  const kinds = new Map(months.map((month) => [Number(month.month.slice(5)), month.kind.toLowerCase()]));
  const boxes = Array.from({ length: 12 }, (_, place) => element('span', { class: kinds.get(place + 1) }));
  return element('span', { class: 'yb-strip', 'aria-hidden': 'true' }, ...boxes);
}

function monthTable(months) {
  const head = ['月份', '缴费类别', '缴费地', '缴费基数'].map((title) => element('th', { scope: 'col' }, title));
  const lines = months.map((month) =>
    element(
      'tr',
      {},
      ...[shown(month.month, 'month'), shown(month.kind, 'monthKind'), month.paidInName, shown(month.base, 'yuan')].map((cell) =>
        element('td', {}, cell)
      )
    )
  );
  return element('table', { class: 'yb-plain' }, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...lines));
}
