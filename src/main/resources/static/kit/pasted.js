/**
 * Rows pasted from a table into one field (data-kind="rows"): a line each, its cells apart by tabs, or else by spaces and
 * commas. data-columns says in order what they are: "identityNumber:identity:证件号码 wage?:money:月工资"; ? may be left out.
 */
import * as checks from './checks.js';

const CELLS = {
  text: { tidy: (text) => text },
  identity: { check: checks.identityNumber, tidy: (text) => text.toUpperCase() },
  month: { check: checks.month, tidy: checks.tidyMonth },
  money: { check: checks.money, tidy: (text) => text.replace(/[,，]/g, '') }
};
const MOST_TOLD = 5;

/** The rows of a text, as the server takes them. */
export function rowsOf(text, host) {
  const columns = columnsOf(host);
  return linesOf(text, columns).map(({ cells }) => Object.fromEntries(columns.map(({ name }, place) => [name, cells[place] || null])));
}

/** What is wrong with a text, line by line; null if nothing is. */
export function wrongRows(text, host) {
  const columns = columnsOf(host);
  return inLines(linesOf(text, columns).flatMap(({ number, cells }) => {
    const wrong = columns.flatMap(({ label, optional, check }, place) => {
      const cell = cells[place];
      const message = cell ? check?.(cell) : optional ? null : '没有填写';
      return message ? [said(number, label, message)] : [];
    });
    return cells.length > columns.length ? [...wrong, `第 ${number} 行：多出“${cells.slice(columns.length).join(' ')}”`] : wrong;
  }));
}

/** Refusals of the server about rows (people[2].from), in the same words. */
export function refusedRows(violations, text, host) {
  const columns = columnsOf(host);
  const lines = linesOf(text, columns);
  return inLines(violations.map(({ row, column, message }) => said(lines[row]?.number, columns.find(({ name }) => name === column)?.label ?? column, message)));
}

function said(number, label, message) {
  return `第 ${number} 行，${label}：${message}`;
}

function inLines(messages) {
  const told = messages.slice(0, MOST_TOLD);
  const more = messages.length - told.length;
  return messages.length ? [...told, ...(more ? [`还有 ${more} 处`] : [])].join('\n') : null;
}

function columnsOf(host) {
  return host.dataset.columns.split(/\s+/).map((column) => {
    const [name, kind, label] = column.split(':');
    return { name: name.replace('?', ''), optional: name.endsWith('?'), label, ...CELLS[kind] };
  });
}

/** Lines that say something, with their numbers as the person counts them. */
function linesOf(text, columns) {
  return text
    .split('\n')
    .map((line, place) => ({ number: place + 1, cells: cellsOf(line).map((cell, at) => columns[at]?.tidy(cell) ?? cell) }))
    .filter(({ cells }) => cells.length);
}

function cellsOf(line) {
  const cells = line.includes('\t') ? line.split('\t') : line.trim().split(/[\s,，]+/);
  const tidy = cells.map((cell) => cell.trim());
  while (tidy.length && !tidy.at(-1)) {
    tidy.pop();
  }
  return tidy;
}
