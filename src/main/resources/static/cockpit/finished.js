/** 已办结案件: what community Cockpit cannot show once an instance has ended. A page of its own, and a tab of a process. */
import { address, getJson, postJson } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { Pages, button, card, failure, hint, refill, table } from './dom.js';
import { stateMark } from './marks.js';
import { day, dayOf, moment, say } from './words.js';

const ROWS = 20;
const COLUMNS = ['list.case', 'list.person', 'list.state', 'finished.outcome', 'finished.opened', 'finished.closed', 'list.due', 'finished.used', 'finished.history'];

/** The finished cases of one process. */
export function showFinished(host, key) {
  const list = new FinishedCases(key);
  host.replaceChildren(element('div', { class: 'yc yc-tab' }, list.node));
  list.read();
}

/** The finished cases of all processes, as a page. */
export function showFinishedPage(host) {
  const list = new FinishedCases('');
  document.title = say('finished.title');
  host.replaceChildren(
    element(
      'div',
      { class: 'yc yc-page' },
      element('div', { class: 'yc-head' }, element('h1', {}, say('finished.title')), element('nav', { class: 'yc-links' }, element('a', { href: '#/dashboard' }, say('board.title')))),
      card(say('list.title'), { class: 'yc-list' }, list.node)
    )
  );
  list.read();
}

class FinishedCases {
  constructor(key) {
    this.key = key;
    this.pages = new Pages();
    this.asked = 0;
    this.text = element('input', { type: 'search', class: 'form-control', maxlength: 40, autocomplete: 'off' });
    const search = element(
      'form',
      { class: 'yc-filters', role: 'search' },
      element('label', { class: 'yc-field yc-field-wide' }, element('span', {}, say('finished.text')), this.text),
      element('button', { type: 'submit', class: 'btn btn-primary' }, say('list.search'))
    );
    search.addEventListener('submit', (event) => {
      event.preventDefault();
      this.pages.begin();
      this.read();
    });
    this.trouble = element('div', {});
    this.room = element('div', { class: 'yc-wide', tabindex: '0', role: 'group', 'aria-label': say('finished.title') }, hint(say('board.loading')));
    this.count = element('span', { role: 'status' });
    this.back = button(say('list.back'), () => this.turn(() => this.pages.back()));
    this.forth = button(say('list.next'), () => this.turn(() => this.pages.forth(this.next)));
    const pager = element('nav', { class: 'yc-pager', 'aria-label': say('list.pages') }, this.count, this.back, this.forth);
    this.node = element('div', { class: 'yc-finished' }, search, this.trouble, this.room, pager);
  }

  turn(move) {
    move();
    this.read();
  }

  async read() {
    const given = { key: this.key || null, text: this.text.value.trim() || null, after: this.pages.start, limit: String(ROWS) };
    this.asked += 1;
    const turn = this.asked;
    refill(this.trouble);
    refill(this.room, hint(say('board.loading')));
    try {
      const answer = await postJson('/api/sla/finished', given);
      if (turn === this.asked) {
        this.show(answer);
      }
    } catch (problem) {
      if (turn === this.asked) {
        refill(this.room);
        refill(this.trouble, failure(problem, problem.status === 400 ? null : () => this.read()));
      }
    }
  }

  show({ cases, next }) {
    this.next = next;
    this.count.textContent = cases.length ? say('finished.count', { n: cases.length }) : '';
    this.back.disabled = this.pages.before === 0;
    this.forth.disabled = !next;
    if (!cases.length) {
      refill(this.room, hint(say('finished.none')));
      return;
    }
    const made = table(say('finished.caption'), COLUMNS.map((key) => say(key)), cases.map((found) => this.row(found)), { class: 'yc-cases' });
    refill(this.room, made);
  }

  row(found) {
    const { caseNumber } = found;
    const toggle = button(say('finished.history'), () => this.toggle(toggle, caseNumber), {
      class: 'btn btn-default btn-xs',
      'aria-expanded': 'false',
      'aria-label': say('finished.historyOf', { number: caseNumber }),
      'data-key': `history-${caseNumber}`
    });
    return [
      element('a', { href: address(`/desk/cases/${encodeURIComponent(caseNumber)}`) }, caseNumber),
      found.person,
      found.clockState ? stateMark({ state: found.clockState, stateTitle: found.clockStateTitle }) : say('mark.none'),
      element('span', { class: 'yc-outcome' }, found.outcome || found.stateTitle),
      day(dayOf(found.openedAt)),
      day(dayOf(found.closedAt)),
      day(found.dueOn),
      found.daysUsed === null || found.daysUsed === undefined ? say('mark.none') : say('mark.days', { n: found.daysUsed }),
      toggle
    ];
  }

  /** Opens the history of a case below its row, or closes it. */
  async toggle(toggle, caseNumber) {
    const opened = toggle.getAttribute('aria-expanded') === 'true';
    const line = toggle.closest('tr');
    toggle.setAttribute('aria-expanded', String(!opened));
    toggle.textContent = say(opened ? 'finished.history' : 'finished.hide');
    if (opened) {
      line.nextElementSibling.remove();
      return;
    }
    const cell = element('td', { colspan: COLUMNS.length }, hint(say('board.loading')));
    line.after(element('tr', { class: 'yc-history' }, cell));
    try {
      refill(cell, history(caseNumber, await getJson(`/api/sla/finished/${encodeURIComponent(caseNumber)}/history`)));
    } catch (problem) {
      refill(cell, failure(problem));
    }
  }
}

function history(caseNumber, { activities, events }) {
  const rows = activities.map((each) => [
    each.name || each.activityId,
    each.assigneeName || each.assignee || say('mark.none'),
    moment(each.from),
    moment(each.until),
    each.workingDays ?? say('mark.none')
  ]);
  const columns = ['finished.activity', 'list.assignee', 'finished.from', 'finished.until', 'finished.days'].map((key) => say(key));
  return element(
    'div',
    { class: 'yc-clock-columns', role: 'group', 'aria-label': say('finished.historyOf', { number: caseNumber }) },
    element('section', {}, element('h3', {}, say('finished.activities')), table(say('finished.activities'), columns, rows)),
    element('section', {}, element('h3', {}, say('finished.events')), element('ol', { class: 'yc-happened' }, ...events.map(happened)))
  );
}

function happened({ at, by, byName, text }) {
  return element('li', {}, element('small', {}, `${moment(at)} · ${byName || by || say('mark.system')}`), element('span', {}, text));
}
