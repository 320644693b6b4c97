/** 时限: the clock of a case beside its process instance: where it stands, what happened to it, what may be done. */
import { address, getJson } from '../kit/http.js';
import { element } from '../kit/elements.js';
import { actionButtons, requestList } from './clock-actions.js';
import { clockLine, lineKeys } from './clock-line.js';
import { failure, hint, refill, table } from './dom.js';
import { taskList } from './case-tasks.js';
import { daysLeft, dueMark, provisionalMark, stateMark } from './marks.js';
import { day, moment, say, titleOf } from './words.js';

/** Shows the clock of the case a process instance belongs to; the answer takes it away again. */
export function showClock(host, processInstanceId) {
  const panel = new ClockPanel(host, processInstanceId);
  panel.read();
  return () => panel.end();
}

class ClockPanel {
  constructor(host, processInstanceId) {
    this.path = `/api/sla/process-instances/${encodeURIComponent(processInstanceId)}`;
    this.told = element('p', { class: 'yc-told', role: 'status' });
    this.room = element('div', { class: 'yc-clock' }, hint(say('board.loading')));
    this.observer = new ResizeObserver(() => this.drawLine());
    host.replaceChildren(element('div', { class: 'yc' }, this.told, this.room));
  }

  end() {
    this.observer.disconnect();
  }

  async read() {
    try {
      const view = await getJson(this.path);
      const tasks = await getJson(`/api/sla/cases/${encodeURIComponent(view.caseNumber)}/tasks`).catch((problem) => problem);
      this.show(view, tasks);
    } catch (problem) {
      refill(this.room, problem.status === 404 ? hint(say('clock.noCase')) : failure(problem, () => this.read()));
    }
  }

  /** After something was done: says so, and reads again. */
  async done(sentence) {
    await this.read();
    this.told.textContent = sentence(this.view);
    this.room.querySelector('h2')?.focus({ preventScroll: true });
  }

  show(view, tasks) {
    const act = (sentence) => this.done(sentence);
    this.view = view;
    this.width = 0;
    this.line = element('div', { class: 'yc-line', tabindex: '0', role: 'group', 'aria-label': say('clock.lineScroll') });
    this.observer.disconnect();
    this.observer.observe(this.line);
    const running = Boolean(view.acceptedOn);
    refill(
      this.room,
      summary(view, actionButtons(view, act)),
      running ? this.line : hint(say('clock.notStarted')),
      running ? lineKeys(view) : null,
      requestList(view, act),
      element(
        'div',
        { class: 'yc-clock-columns' },
        section('clock.events', view.events.length ? eventTable(view.events) : hint(say('mark.none'))),
        element('div', {}, taskList(view, tasks, act), view.legs.length ? section('clock.legTable', legTable(view.legs)) : null)
      )
    );
    this.drawLine();
  }

  drawLine() {
    const width = Math.floor(this.line?.clientWidth || 0);
    if (this.view?.acceptedOn && width && width !== this.width) {
      this.width = width;
      this.line.replaceChildren(clockLine(this.view, width));
    }
  }
}

function summary(view, actions) {
  const title = element(
    'h2',
    { tabindex: '-1' },
    element('a', { href: address(`/desk/cases/${encodeURIComponent(view.caseNumber)}`) }, view.caseNumber),
    element('span', { class: 'yc-person' }, [view.person, view.poolName].filter(Boolean).join(' · ')),
    stateMark(view)
  );
  if (!view.acceptedOn) {
    return element('div', { class: 'yc-clock-head' }, title, actions);
  }
  const target = view.extended ? say('clock.targetWith', { n: view.target + view.extended, extended: view.extended }) : say('mark.days', { n: view.target });
  const facts = [
    [say('clock.due'), element('strong', {}, dueMark(view))],
    [say('clock.left'), element('strong', { class: `yc-days-${view.state.toLowerCase()}` }, daysLeft(view))],
    [say('clock.used'), say('mark.days', { n: view.daysUsed })],
    [say('clock.target'), `${target} · ${titleOf('nature', view.nature, view.natureTitle)}`],
    [say('clock.accepted'), day(view.acceptedOn)],
    view.pausedOn ? [say('clock.held'), `${day(view.pausedOn)} · ${titleOf('reason', view.pauseReason, view.pauseReasonTitle)}`] : null,
    view.state === 'PAUSED' && view.forecast?.dueOn ? [say('clock.forecast'), element('span', {}, day(view.forecast.dueOn), ' ', view.forecast.provisional ? provisionalMark() : '')] : null
  ].filter(Boolean);
  const list = element('dl', { class: 'yc-facts' }, ...facts.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
  return element('div', { class: 'yc-clock-head' }, title, actions, list);
}

function section(key, ...children) {
  return element('div', {}, element('h3', {}, say(key)), ...children);
}

function eventTable(events) {
  const rows = events.map((event) => [
    eventName(event),
    moment(event.at),
    element('span', {}, why(event), event.approvedByName || event.approvedBy ? element('small', {}, say('clock.approvedBy', { name: event.approvedByName || event.approvedBy })) : null),
    event.byName || event.by || say('mark.system'),
    element('span', {}, moment(event.recordedAt), event.retroactive ? element('span', { class: 'yc-mark yc-retroactive' }, say('mark.retroactive')) : null)
  ]);
  const columns = ['clock.event', 'clock.effective', 'clock.why', 'clock.by', 'clock.recorded'].map((key) => say(key));
  return element('div', { class: 'yc-wide', tabindex: '0', role: 'group', 'aria-label': say('clock.events') }, table(say('clock.events'), columns, rows, { class: 'yc-events' }));
}

function eventName(event) {
  const leg = event.leg ? `（${titleOf('leg', event.leg, event.legTitle)}）` : '';
  const name = `${titleOf('type', event.type, event.typeTitle)}${leg}`;
  return event.workingDays ? `${name} · ${say('mark.days', { n: event.workingDays })}` : name;
}

function why(event) {
  const reason = event.reason ? titleOf('reason', event.reason, event.reasonTitle) : '';
  return [reason, event.note, event.basis].filter(Boolean).join(' · ') || say('mark.none');
}

function legTable(legs) {
  const rows = legs.map((leg) => [
    titleOf('leg', leg.leg, leg.title),
    day(leg.from),
    leg.until ? day(leg.until) : say('mark.none'),
    day(leg.dueOn),
    element('span', {}, `${leg.daysUsed}／${leg.target}`, leg.basisTitle ? element('small', {}, leg.basisTitle) : null),
    leg.state ? stateMark({ state: leg.state }) : say('mark.none')
  ]);
  const columns = [say('legs.leg'), say('finished.from'), say('finished.until'), say('clock.due'), say('clock.legUsed'), say('list.state')];
  return table(say('clock.legTable'), columns, rows, { class: 'yc-events' });
}
