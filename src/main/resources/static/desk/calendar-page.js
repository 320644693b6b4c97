/** 工作日历: a year one can read; importing a notice and keeping a region's own days, for those who may. */
import { getJson, postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { postForm } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { changing } from './calendar-changes.js';
import { months } from './calendar-year.js';
import { withPerson } from './session.js';

const find = (name) => document.querySelector(`[data-${name}]`);
const PAUSE_MS = 1500;
const filters = find('filters');
const notice = find('notice');
const local = find('local');
const withdrawal = find('withdrawal');
const localOutcome = local.parentElement.querySelector('[data-outcome]');
let withdrawn = null;
let watching = false;

/** @param {string} [year] the year to be shown; the one that is chosen otherwise */
async function show(year) {
  const overview = await getJson('/api/calendars');
  const years = overview.notices.map((each) => each.year);
  fill(filters.elements.year, range(Math.min(...years), overview.nextYear).reverse().map((year) => [year, `${year} 年`]));
  filters.elements.year.value = year || filters.elements.year.value;
  fill(filters.elements.region, [['', '全国'], ...overview.regions.map(({ code, name }) => [code, name])]);
  fill(local.elements.region, overview.mayChange.map(({ code, name }) => [code, name]));
  find('import').hidden = !overview.mayImport;
  local.hidden = !overview.mayChange.length;
  if (!notice.elements.year.value) {
    notice.elements.year.value = overview.nextYear;
  }
  find('notices').replaceChildren(...overview.notices.map(noticeLine));
  await Promise.all([showYear(), showLocal(), watch()]);
}

async function showYear() {
  const { year, region } = filters.elements;
  const view = await getJson(`/api/calendars/years/${year.value}${region.value ? `?region=${region.value}` : ''}`);
  find('year').replaceChildren(...months(view));
  const total = view.workingDays.reduce((sum, each) => sum + each, 0);
  find('status').textContent = view.announced
    ? `${view.regionName} ${view.year} 年共 ${total} 个工作日。`
    : `${view.year} 年的放假安排还没有导入：现在按周一到周五算，落在这一年的到期日都标“暂定”。`;
}

async function showLocal() {
  const entries = await getJson('/api/calendars/local-days');
  const list = element(
    'table',
    { class: 'yb-plain' },
    element('thead', {}, element('tr', {}, ...['地区', '日子', '安排', '出处', '经办', ''].map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...entries.map(localLine))
  );
  find('local-list').replaceChildren(
    entries.length ? element('div', { class: 'yb-wide-table' }, list) : element('p', { class: 'yb-none' }, '还没有本地安排。')
  );
}

function localLine(entry) {
  const stretch = entry.from === entry.to ? shown(entry.from, 'date') : `${shown(entry.from, 'date')}至${shown(entry.to, 'date')}`;
  const button = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, '撤销…');
  button.addEventListener('click', () => withdraw(entry, stretch));
  const gone = entry.withdrawal;
  return element(
    'tr',
    {},
    element('td', {}, entry.regionName),
    element('td', { class: gone ? 'yb-withdrawn' : null }, stretch),
    element('td', { class: gone ? 'yb-withdrawn' : null }, `${entry.name}（${entry.kindTitle}）`),
    element('td', {}, sourceOf(entry.source)),
    element('td', {}, `${entry.addedBy}，${shown(entry.addedAt, 'time')}`),
    element(
      'td',
      {},
      gone ? `已撤销：${gone.reason}（${sourceOf(gone.source)}；${gone.by}，${shown(gone.at, 'time')}）` : null,
      entry.mayWithdraw ? button : null
    )
  );
}

function sourceOf(source) {
  return `${source.number}，${shown(source.published, 'date')}，${source.text}`;
}

function withdraw(entry, stretch) {
  withdrawn = entry.id;
  find('withdrawal-title').textContent = `撤销 ${entry.regionName} ${entry.name}（${stretch}）`;
  localOutcome.replaceChildren();
  withdrawal.hidden = false;
  local.hidden = true;
  find('withdrawal-title').focus();
}

function endWithdrawal() {
  withdrawal.hidden = true;
  local.hidden = false;
  withdrawal.reset();
}

function noticeLine(each) {
  return element(
    'tr',
    {},
    element('td', {}, String(each.year)),
    element('td', {}, element('a', { href: each.addresses[0], rel: 'noreferrer', target: '_blank' }, each.title)),
    element('td', {}, shown(each.published, 'date')),
    element('td', {}, `${each.days} 天`),
    element('td', {}, each.addedBy ? `${each.addedBy}，${shown(each.addedAt, 'time')}` : '随程序发布')
  );
}

/** Shows how far the recomputation is, until it has come to its end. */
async function watch() {
  const { open, stale, failed } = await getJson('/api/calendars/recomputation');
  const left = stale - failed;
  find('recomputation').hidden = stale === 0;
  find('bar').value = open ? (open - stale) / open : 1;
  const undone = failed ? `；${failed} 件没有能够重算，请联系系统管理员` : '';
  find('recomputation-text').textContent = `${open} 件在办案件，已重算 ${open - stale} 件${undone}。`;
  if (left > 0 && !watching) {
    watching = true;
    setTimeout(() => {
      watching = false;
      watch().catch(() => {});
    }, PAUSE_MS);
  }
}

function fill(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, text]) => element('option', { value }, text)));
  const known = options.some(([value]) => String(value) === before);
  select.value = known ? before : defaultOf(select, options);
}

/** The year that runs, else the first choice. */
function defaultOf(select, options) {
  const year = new Date().getFullYear();
  return select.name === 'year' && options.some(([value]) => value === year) ? year : options[0]?.[0] ?? '';
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function valuesOf(form) {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value === '' ? null : value]));
}

function sourced({ number, published, text, ...rest }) {
  return { ...rest, source: { number, published, text } };
}

changing({
  form: notice,
  outcome: notice.parentElement.querySelector('[data-outcome]'),
  label: '确认导入',
  path: () => '/api/calendars/notices',
  body: () => valuesOf(notice),
  send: postForm,
  onDone: (sent) => show(sent.year)
});
changing({
  form: local,
  outcome: localOutcome,
  label: '确认添加',
  path: () => '/api/calendars/local-days',
  body: () => sourced(valuesOf(local)),
  send: postJson,
  onDone: () => show()
});
changing({
  form: withdrawal,
  outcome: localOutcome,
  label: '确认撤销',
  path: () => `/api/calendars/local-days/${withdrawn}/withdrawal`,
  body: () => sourced(valuesOf(withdrawal)),
  send: postJson,
  onDone: () => {
    endWithdrawal();
    return show();
  }
});
find('cancel').addEventListener('click', () => {
  endWithdrawal();
  localOutcome.replaceChildren();
});
filters.addEventListener('change', () => withPerson(showYear));
withPerson(() => show());
