/** Shows what is on record: facts, tables, notices that depend on a fact. Values are put in as text, never as markup. */
import { element } from './elements.js';
import { address } from './http.js';
import { identityFact } from './identity.js';
import { provisionList } from './provisions.js';
import { at, shown, spoken } from './words.js';

const WHOLE = ['date', 'month', 'time', 'actor'];
const FIGURES = ['yuan', 'months', 'days', 'rate'];

/**
 * Fills a form from a model.
 * data-fact="path" data-label data-format shows one value (data-format="identity": masked, in full on
 * demand; data-format="sentences": one below the other; data-format="case", "bulkFile": a link to the page of the case or file; data-format="provisions": each with its document and what it
 * says);
 * table[data-rows="path"] with th[data-column][data-format] shows a list; data-if="path" shows its element if the fact holds,
 * data-unless="path" if it does not.
 */
export function showFacts(root, model) {
  root.querySelectorAll('[data-if]').forEach((host) => {
    host.hidden = !holds(at(model, host.dataset.if));
  });
  root.querySelectorAll('[data-unless]').forEach((host) => {
    host.hidden = holds(at(model, host.dataset.unless));
  });
  root.querySelectorAll('[data-fact]').forEach((host) => showFact(host, model));
  root.querySelectorAll('table[data-rows]').forEach((table) => showRows(table, at(model, table.dataset.rows) || []));
}

function holds(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function showFact(host, model) {
  const value = at(model, host.dataset.fact);
  const content = contentOf(value, host.dataset.format, model);
  if (host.dataset.label) {
    host.classList.add('yb-fact');
    host.replaceChildren(element('dt', {}, host.dataset.label), element('dd', {}, content));
  } else {
    host.replaceChildren(content);
  }
}

function contentOf(value, format, model) {
  if (format === 'identity') {
    return identityFact(value, model.person);
  }
  if (format === 'provisions' && value?.length) {
    return provisionList(value);
  }
  if (format === 'sentences' && value?.length) {
    return element('div', { class: 'yb-sentences' }, ...value.map((sentence) => element('p', {}, spoken(sentence))));
  }
  if (format === 'bulkFile' && value) {
    return bulkFileLink(value);
  }
  return format === 'case' && value ? caseLink(value) : shown(value, format === 'case' ? 'text' : format);
}

/** The page of a case, beside what the person is doing. */
function caseLink(number) {
  const path = address(`/desk/cases/${encodeURIComponent(number)}`);
  return element('a', { href: path, target: '_blank', rel: 'noopener', title: '在新标签页查看案件' }, number);
}

/** The page of a file of many applications, likewise. */
function bulkFileLink(id) {
  const path = address(`/desk/bulk/${encodeURIComponent(id)}`);
  return element('a', { href: path, target: '_blank', rel: 'noopener', title: '在新标签页查看文件' }, `第 ${id} 号`);
}

/** Days stay on one line; sums and counts do, and end below each other; a column of class yb-term keeps room for a few words. */
function look({ dataset: { format } }) {
  return FIGURES.includes(format) ? 'yb-figure' : WHOLE.includes(format) ? 'yb-whole' : null;
}

function cell(value, column) {
  return element('td', { class: look(column) }, shown(value, column.dataset.format));
}

function showRows(table, rows) {
  const columns = [...table.querySelectorAll('th[data-column]')];
  columns.forEach((column) => {
    column.setAttribute('scope', 'col');
    column.classList.toggle('yb-figure', look(column) === 'yb-figure');
  });
  const lines = rows.map((row) => element('tr', {}, ...columns.map((column) => cell(at(row, column.dataset.column), column))));
  const none = element('tr', {}, element('td', { colspan: columns.length, class: 'yb-none' }, table.dataset.empty || '没有记录'));
  table.querySelector('tbody')?.remove();
  table.append(element('tbody', {}, ...(lines.length ? lines : [none])));
  table.classList.add('table', 'table-condensed', 'yb-table');
}
