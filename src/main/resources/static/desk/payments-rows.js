/** Cells of the tables of money. */
import { element } from '../kit/elements.js';

/** Cells of plain texts; a dash where there is none. */
export function row(texts) {
  return texts.map((text) => element('td', {}, text === null || text === undefined || text === '' ? '—' : String(text)));
}

/** A cell of an amount in yuan. */
export function amount(yuan) {
  return element('td', { class: 'yb-amount' }, written(yuan));
}

/** An amount with its cents and thousands apart; a dash where there is none. */
export function written(yuan) {
  return yuan === null || yuan === undefined
    ? '—'
    : Number(yuan).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** A table with a head and lines, or a sentence where there are none. */
export function table(heads, lines, none, label) {
  if (!lines.length) {
    return element('p', { class: 'yb-none' }, none);
  }
  const head = heads.map((text) => element('th', { scope: 'col', class: text.includes('（元）') ? 'yb-amount' : null }, text));
  return element(
    'div',
    { class: 'yb-wide-table', tabindex: '0', role: 'region', 'aria-label': label },
    element('table', { class: 'yb-plain yb-money' }, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...lines))
  );
}
