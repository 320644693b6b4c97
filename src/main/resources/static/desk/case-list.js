/** 案件列表: the cases of the person's pools; the filters stand in the address, so that a list can be kept and gone back to. */
import { getJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { clockMark, daysLeft, dueMark, stateMark } from './marks.js';
import { withPerson } from './session.js';

const filters = document.querySelector('[data-filters]');
const rows = document.querySelector('[data-rows]');
const status = document.querySelector('[data-status]');
const more = document.querySelector('[data-more]');
const problems = document.querySelector('[data-problem]');
let next = null;

async function load(after) {
  status.textContent = '正在查询…';
  const query = new URLSearchParams(given());
  if (after) {
    query.set('after', after);
  }
  const page = await getJson(`/api/cases?${query}`);
  const lines = page.cases.map(line);
  if (after) {
    rows.append(...lines);
  } else {
    rows.replaceChildren(...lines);
  }
  next = page.next;
  more.hidden = !next;
  problems.hidden = true;
  status.textContent = summary();
  if (after) {
    lines[0]?.querySelector('a').focus();
  }
}

function line(row) {
  const link = element('a', { href: address(`/desk/cases/${encodeURIComponent(row.caseNumber)}`) }, row.caseNumber);
  const cells = [
    row.kindTitle,
    row.personName,
    shown(row.otherPoolName),
    stateMark(row),
    shown(row.acceptedOn, 'date'),
    dueMark(row),
    clockOf(row),
    shown(row.outcome)
  ];
  return element(
    'tr',
    { class: row.overdue && row.state === 'OPEN' ? 'yb-late' : null },
    element('th', { scope: 'row' }, link),
    ...cells.map((cell) => element('td', {}, cell))
  );
}

function clockOf({ clockState: state, clockStateTitle: stateTitle, daysLeft: left }) {
  return state ? element('span', { class: 'yb-due' }, clockMark({ state, stateTitle }), daysLeft({ state, daysLeft: left })) : '—';
}

function summary() {
  if (!rows.children.length) {
    return '没有符合条件的案件。';
  }
  const order = filters.elements.state.value === 'OPEN' ? '按到期日排列，先到期的在前' : '新登记的在前';
  return `${next ? '已显示' : '共'} ${rows.children.length} 件${next ? '，还有更多' : ''}；${order}。`;
}

function given() {
  return [...new FormData(filters)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
}

/** Open cases unless the address says otherwise: ?state= asks for all. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  filters.elements.state.value = query.get('state') ?? 'OPEN';
  filters.elements.kind.value = query.get('kind') ?? '';
  filters.elements.clock.value = query.get('clock') ?? '';
  filters.elements.text.value = query.get('text') ?? '';
}

function writeAddress() {
  const query = new URLSearchParams(new FormData(filters));
  history.pushState(null, '', `?${query}`);
}

async function telling(work) {
  try {
    await work();
  } catch (problem) {
    problems.replaceChildren(element('p', {}, problem.violations?.[0]?.message || problem.message));
    problems.hidden = false;
    status.textContent = '';
  }
}

function search() {
  writeAddress();
  telling(() => load());
}

function show(me) {
  if (!Object.keys(me.roles).length) {
    rows.replaceChildren();
    status.textContent = '您的账户没有经办岗位，看不到案件。';
    return null;
  }
  readAddress();
  return load();
}

filters.addEventListener('submit', (event) => {
  event.preventDefault();
  search();
});
filters.elements.state.addEventListener('change', search);
filters.elements.kind.addEventListener('change', search);
filters.elements.clock.addEventListener('change', search);
more.addEventListener('click', () => telling(() => load(next)));
window.addEventListener('popstate', () => withPerson(show));
withPerson(show);
