/** What the pages of all kinds of cases have in common: the case, its clock, its letters, its history, and what is done about it. */
import { getJson, showFacts } from '../kit/kit.js';
import { ActionDialog } from './action-dialog.js';
import { clockInShort, ClockPanel } from './clock.js';
import { explainedDecisions } from './explained.js';
import { dueMark, stateMark } from './marks.js';
import { noticeLetters } from './notices.js';
import { withPerson } from './session.js';
import { timeline } from './timeline.js';
import { Withdrawal } from './withdrawal.js';

export class CasePage {
  /**
   * @param {string} kind how the API names the cases of this kind
   * @param {(view: object) => void} showMore what only this kind shows
   */
  constructor(kind, showMore = () => {}) {
    this.number = decodeURIComponent(location.pathname.split('/').pop());
    this.path = `/api/${kind}/${encodeURIComponent(this.number)}`;
    this.clockPath = `/api/sla/cases/${encodeURIComponent(this.number)}`;
    this.main = document.querySelector('main');
    this.showMore = showMore;
    this.view = null;
    this.clockPanel = new ClockPanel(
      this.main,
      this.clockPath,
      () => this.readAgain(),
      (sentence) => this.tell(sentence)
    );
  }

  find(selector) {
    return this.main.querySelector(selector);
  }

  show(view) {
    this.view = view;
    document.title = `${view.caseNumber} · 医办`;
    showFacts(this.main, { ...view, provisional: view.provisional && view.state === 'OPEN' });
    this.find('[data-state]').replaceChildren(stateMark(view));
    this.find('[data-due]').replaceChildren(dueMark(view));
    this.find('[data-notices]').replaceChildren(...noticeLetters(view));
    this.find('[data-timeline]').replaceChildren(...timeline(view.history));
    this.showMore(view);
  }

  async showClock() {
    const clock = await getJson(this.clockPath);
    this.find('[data-clock-short]').replaceChildren(...clockInShort(clock));
    this.clockPanel.show(clock);
    this.clockPanel.showTasks(await getJson(`${this.clockPath}/tasks`));
    return clock;
  }

  async showDecisions() {
    const decisions = await getJson(`/api/cases/${encodeURIComponent(this.number)}/decisions`);
    this.find('[data-explained]').replaceChildren(...explainedDecisions(decisions));
  }

  async readAgain() {
    this.show(await getJson(this.path));
    return this.showClock();
  }

  /** Says what was done, where a screen reader hears it. */
  tell(sentence) {
    this.find('[data-done]').textContent = sentence;
    this.find('.yb-head h1').focus();
  }

  async done(view, sentence) {
    this.show(view);
    this.tell(sentence);
    await this.showClock();
  }

  /**
   * A button opens a dialog that is sent to an endpoint of the case.
   *
   * @param {string} button its selector
   * @param {string} dialog its selector
   * @param {string} endpoint below the case
   * @param {string} sentence what is said afterwards
   * @param {typeof ActionDialog} Dialog if it makes something of its own of the fields
   */
  action(button, dialog, endpoint, sentence, Dialog = ActionDialog) {
    const opened = new Dialog(this.find(dialog), `${this.path}/${endpoint}`, (view) => this.done(view, sentence));
    this.find(button).addEventListener('click', () => opened.open());
  }

  /** The button and the dialog that take the application back. */
  withdrawal() {
    const opened = new Withdrawal(this.find('[data-withdrawal]'), this.path, (view) =>
      this.done(view, `案件 ${this.number} 已撤回。`)
    );
    this.find('[data-withdraw]').addEventListener('click', () => opened.open(this.view));
  }

  /** The button and the dialog that write down an objection. */
  objection() {
    this.action('[data-object]', '[data-objection]', 'objection', `已登记异议，案件 ${this.number} 重新打开，交主管复核。`);
  }

  /**
   * Reads the case for whoever is logged in.
   *
   * @param {(me: object) => void} before is given the person before the case is shown
   * @param {() => Promise<void>} after what is read besides
   */
  start(before = () => {}, after = async () => {}) {
    withPerson(async (me) => {
      before(me);
      await this.readAgain();
      await this.showDecisions();
      await after();
    });
  }
}
