/** Rows of a file as a table: what was written, masked; what was found; a row in full on demand, with a reason. */
import { postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';

const TITLES = { wrong: '错误说明', sampled: '抽取', outcome: '预审结论', amount: '金额', basis: '依据', caseNumber: '案号' };

/**
 * The head and body of a table.
 *
 * @param {{columns: string[], rows: object[]}} found as the server told it
 * @param {string[]} also what stands beside the cells, of TITLES
 * @param {string} api path of the file
 */
export function rowsTable({ columns = [], rows }, also, api) {
  const titles = ['行号', ...also.map((name) => TITLES[name]), ...columns, ''];
  return [
    element('thead', {}, element('tr', {}, ...titles.map((title) => element('th', { scope: 'col', 'aria-label': title ? null : '查看' }, title)))),
    element('tbody', {}, ...rows.map((row) => line(row, also, api)))
  ];
}

function line(row, also, api) {
  const cells = row.cells.map((cell) => element('td', {}, cell));
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, String(row.number)),
    ...also.map((name) => element('td', { class: name === 'wrong' ? 'yb-bulk-wrong' : null }, beside(row, name))),
    ...cells,
    element('td', {}, row.cells.length ? reveal(row, cells, api) : null)
  );
}

function beside(row, name) {
  if (name === 'caseNumber' && row.caseNumber) {
    return element('a', { href: address(`/desk/cases/${encodeURIComponent(row.caseNumber)}`) }, row.caseNumber);
  }
  // What is wrong names examples as they have to be written.
  return name === 'wrong' ? row.wrong : shown(row[name], name === 'amount' ? 'yuan' : 'text');
}

/** A button that asks for a reason, and then shows the cells in full. */
function reveal(row, cells, api) {
  const button = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, '完整内容…');
  button.addEventListener('click', () => {
    const input = element('input', { class: 'form-control', maxlength: 500, 'aria-label': `查看第 ${row.number} 行的理由`, placeholder: '理由' });
    const form = element('form', { class: 'yb-bulk-reveal' }, input, element('button', { class: 'btn btn-primary btn-sm' }, '查看'));
    const message = element('p', { role: 'alert' });
    form.append(message);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      try {
        const full = await postJson(`${api}/rows/${row.number}/contents`, { reason: input.value });
        full.forEach((cell, i) => {
          cells[i].textContent = cell;
        });
        form.remove();
      } catch (problem) {
        message.textContent = problem.violations?.[0]?.message || problem.message;
      }
    });
    button.replaceWith(form);
    input.focus();
  });
  return button;
}
