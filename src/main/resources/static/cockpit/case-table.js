/** The list of the board: filters, order, pages, export. */
import { address, getJson } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { Pages, button, card, hint, onChange, refill, select } from './dom.js';
import { STATES, daysLeft, dueMark, legMark, stateMark } from './marks.js';
import { count, say, titleOf } from './words.js';

const ROWS = 20;
const LEGS = ['TRANSFER_OUT', 'TRANSFER_IN'];
const SORTS = ['due', 'opened', 'case', 'used'];
const COLUMNS = ['list.case', 'list.person', 'board.pool', 'board.kind', 'list.state', 'list.due', 'list.days', 'list.used', 'list.where', 'list.assignee'];

/** The list; it tells changes of its filter and that it wants to be read anew. */
export class CaseTable {
  /**
   * @param {object} filter the filter of the board, kept by it
   * @param {(change: object) => void} change takes a changed filter
   * @param {() => void} reread reads the page that is to be shown
   */
  constructor(filter, change, reread) {
    this.filter = filter;
    this.pages = new Pages();
    this.change = change;
    this.reread = reread;
    this.build();
    this.showFilter(filter);
  }

  build() {
    const states = [['', say('list.anyState')], ...STATES.map((state) => [state, titleOf('state', state)])];
    const legs = [['', say('list.anyLeg')], ...LEGS.map((leg) => [leg, titleOf('leg', leg)])];
    this.state = select(say('list.state'), states, '', (state) => this.change({ state }));
    this.leg = select(say('list.leg'), legs, '', (leg) => this.change({ leg }));
    this.sort = select(say('list.sort'), SORTS.map((sort) => [sort === 'due' ? '' : sort, say(`sort.${sort}`)]), '', (sort) => this.change({ sort }));
    this.text = element('input', { type: 'search', class: 'form-control', maxlength: 40, autocomplete: 'off' });
    const search = element(
      'form',
      { class: 'yc-filters', role: 'search' },
      this.state.node,
      this.leg.node,
      element('label', { class: 'yc-field' }, element('span', {}, say('list.text')), this.text),
      element('button', { type: 'submit', class: 'btn btn-default' }, say('list.search')),
      this.sort.node,
      button(say('list.clear'), () => this.clear(), { class: 'btn btn-link' })
    );
    search.addEventListener('submit', (event) => {
      event.preventDefault();
      this.change({ text: this.text.value.trim() });
    });
    this.xlsx = element('a', { class: 'btn btn-default', download: '' }, say('list.xlsx'));
    this.csv = element('a', { class: 'btn btn-default', download: '' }, say('list.csv'));
    search.append(element('span', { class: 'yc-exports' }, this.xlsx, this.csv));
    this.rows = element('tbody', {});
    this.showRows = onChange((cases) => refill(this.rows, ...cases.map(row)));
    const table = element(
      'table',
      { class: 'yc-table yc-cases' },
      element('caption', { class: 'yc-unseen' }, say('list.caption')),
      element('thead', {}, element('tr', {}, ...COLUMNS.map((key) => element('th', { scope: 'col' }, say(key))), element('th', { scope: 'col' }, say('list.page')))),
      this.rows
    );
    this.frame = element('div', { class: 'yc-wide', tabindex: '0', role: 'group', 'aria-label': say('list.title') }, table);
    this.none = hint(say('list.none'));
    this.range = element('span', { role: 'status' });
    this.back = button(say('list.back'), () => this.turn(() => this.pages.back()));
    this.forth = button(say('list.next'), () => this.turn(() => this.pages.forth(this.next)));
    this.wrong = element('p', { class: 'yc-wrong', role: 'alert' });
    const pager = element('nav', { class: 'yc-pager', 'aria-label': say('list.pages') }, this.range, this.back, this.forth);
    this.node = card(say('list.title'), { class: 'yc-list' }, search, this.wrong, this.none, this.frame, pager);
  }

  /** Asks for the page that is to be shown. */
  read() {
    const given = this.given();
    given.set('limit', ROWS);
    if (this.pages.start) {
      given.set('after', this.pages.start);
    }
    return getJson(`/api/sla/cases?${given}`);
  }

  showFilter(filter) {
    this.state.box.value = filter.state;
    this.leg.box.value = filter.leg;
    this.sort.box.value = SORTS.slice(1).includes(filter.sort) ? filter.sort : '';
    this.text.value = filter.text;
    this.xlsx.href = address(`/api/sla/cases.xlsx?${this.given()}`);
    this.csv.href = address(`/api/sla/cases.csv?${this.given()}`);
  }

  show({ cases, next, total }, byPerson) {
    this.next = next;
    this.wrong.textContent = '';
    this.showRows(cases);
    this.none.hidden = cases.length > 0;
    this.frame.hidden = !cases.length;
    this.back.disabled = this.pages.before === 0;
    this.forth.disabled = !next;
    const from = this.pages.before * ROWS;
    const range = cases.length ? say('list.range', { from: count(from + 1), to: count(from + cases.length), total: count(total) }) : '';
    if (this.range.textContent !== range) {
      this.range.textContent = range;
    }
    if (byPerson === 'page') {
      this.frame.focus({ preventScroll: true });
      this.node.scrollIntoView({ block: 'start' });
    }
  }

  /** What is wrong with the filter; the list stays as it is. */
  tellWrong(problem) {
    this.wrong.textContent = problem.violations?.[0]?.message || problem.message;
  }

  turn(move) {
    move();
    this.reread('page');
  }

  clear() {
    this.change({ state: '', leg: '', text: '', sort: '' });
  }

  given() {
    return new URLSearchParams(Object.entries(this.filter).filter(([, value]) => value));
  }
}

function row(found) {
  const { caseNumber, processInstanceId, state, person, poolName, kind, kindTitle, daysUsed, target, extended } = found;
  const number = processInstanceId
    ? element('a', { href: `#/process-instance/${processInstanceId}/runtime`, 'data-key': `case-${caseNumber}` }, caseNumber)
    : caseNumber;
  const known = daysUsed !== null && daysUsed !== undefined;
  const cells = [
    person,
    poolName,
    titleOf('kind', kind, kindTitle),
    stateMark(found),
    dueMark(found),
    element('span', { class: `yc-days yc-days-${state.toLowerCase()}` }, daysLeft(found)),
    known ? `${daysUsed}／${(target ?? 0) + (extended ?? 0)}` : say('mark.none'),
    element('span', { class: 'yc-where' }, legMark(found), element('span', {}, found.activityName || '')),
    found.assigneeName || found.assignee || (found.activity?.startsWith('userTask_') ? say('list.unassigned') : say('mark.none')),
    element(
      'a',
      { href: address(`/desk/cases/${encodeURIComponent(caseNumber)}`), 'aria-label': say('list.toPage', { number: caseNumber }), 'data-key': `page-${caseNumber}` },
      say('list.page')
    )
  ];
  return element('tr', {}, element('th', { scope: 'row' }, number), ...cells.map((cell) => element('td', {}, cell)));
}
