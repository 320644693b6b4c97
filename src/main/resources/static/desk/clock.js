/** 时限: how the clock of a case stands, whose part it is, where it stood still, and all that happened to it. */
import { postJson, showFacts } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';
import { ClockDialog } from './clock-dialog.js';
import { clockMark, daysLeft, dueMark } from './marks.js';

export class ClockPanel {
  /**
   * @param {HTMLElement} main holds the panel and the dialogs
   * @param {string} path of the clock in the API
   * @param {() => Promise<object>} onActed reads everything again and resolves to the clock as it is then
   * @param {(sentence: string) => void} tell says what was done
   */
  constructor(main, path, onActed, tell) {
    Object.assign(this, { host: main.querySelector('[data-clock]'), main, path, onActed, tell });
    this.dialogs = new Map([...main.querySelectorAll('[data-clock-dialog]')].map((node) => [node.dataset.clockDialog, new ClockDialog(node)]));
    this.host.querySelectorAll('[data-act]').forEach((button) => button.addEventListener('click', () => this.act(button.dataset.act)));
  }

  show(clock) {
    this.clock = clock;
    showFacts(this.host, clock);
    this.host.querySelector('[data-not-started]').hidden = Boolean(clock.target);
    this.host.querySelectorAll('[data-started]').forEach((part) => {
      part.hidden = !clock.target;
    });
    this.fill('clock-state', clock.target ? clockMark(clock) : null);
    this.fill('clock-due', dueMark({ ...clock, state: clock.forecast ? 'OPEN' : null }));
    this.fill('gauge', clock.target ? gauge(clock) : null);
    this.fill('legs', ...clock.legs.map(legLine));
    this.fill('pauses', ...clock.pauses.map(pauseLine));
    this.fill('clock-events', ...clock.events.map(eventLine));
    this.fill('requests', ...clock.extensionRequests.map((request) => this.request(request)));
  }

  /** What waits for whom, and until when. */
  showTasks(tasks) {
    this.host.querySelector('[data-no-tasks]').hidden = tasks.length > 0;
    this.host.querySelector('[data-open-tasks]').hidden = tasks.length === 0;
    this.fill('tasks', ...tasks.map((task) => line(task.name, task.withWhom, task.dueAt ? shown(task.dueAt, 'time') : '—')));
  }

  fill(name, ...children) {
    this.host.querySelector(`[data-${name}]`).replaceChildren(...children.filter(Boolean));
  }

  request(request) {
    const decide = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, '批复…');
    decide.addEventListener('click', () => this.act('approve', request));
    return element(
      'li',
      {},
      `${request.askedByName}于${shown(request.askedAt, 'time')}申请延长 ${request.workingDays} 个工作日：${request.reason} `,
      this.clock.may.approve ? decide : element('span', { class: 'yb-mark' }, '等待另一位主管批复')
    );
  }

  act(name, request) {
    const [path, sentence] = {
      pause: ['pauses', () => '时限已暂停。'],
      resume: ['resumptions', (clock) => `时限已恢复，到期日为${shown(clock.dueOn, 'date')}。`],
      extend: [
        'extensions',
        (clock) => (clock.extensionRequests.length ? '已申请延长时限，等待另一位主管批复。' : `时限已延长，到期日为${shown(clock.dueOn, 'date')}。`)
      ],
      approve: [`extensions/${request?.id}/approval`, (clock) => `延长申请已批复，到期日为${shown(clock.dueOn, 'date')}。`]
    }[name];
    this.dialogs.get(name).open({ ...this.clock, request }, async (order) => {
      await postJson(`${this.path}/${path}`, order);
      return async () => this.tell(sentence(await this.onActed()));
    });
  }
}

/** Working days used of those there are: in words, and as a bar for who would rather look. */
function gauge(clock) {
  const all = clock.target + clock.extended;
  const used = Math.min(100, Math.round((100 * clock.daysUsed) / all));
  return element(
    'div',
    { class: `yb-gauge yb-clock-${clock.state.toLowerCase()}` },
    element('span', { class: 'yb-gauge-bar', 'aria-hidden': 'true' }, element('span', { style: `width:${used}%` })),
    element('span', {}, `已用 ${clock.daysUsed} 个工作日，共 ${all} 个`, daysLeft(clock) ? `，${daysLeft(clock)}` : '')
  );
}

function legLine(leg) {
  const state = element('span', { class: `yb-mark yb-clock-${leg.state.toLowerCase()}` }, leg.stateTitle);
  return line(leg.title, shown(leg.from, 'date'), leg.until ? shown(leg.until, 'date') : '办理中', shown(leg.target, 'days'), shown(leg.dueOn, 'date'), shown(leg.daysUsed, 'days'), state);
}

function pauseLine(pause) {
  return line(pause.reasonTitle, shown(pause.from, 'date'), pause.until ? shown(pause.until, 'date') : '暂停中', shown(pause.workingDays, 'days'));
}

function line(first, ...cells) {
  return element('tr', {}, element('th', { scope: 'row' }, first), ...cells.map((cell) => element('td', {}, cell)));
}

function eventLine(event) {
  const facts = [
    event.legTitle,
    event.workingDays ? shown(event.workingDays, 'days') : null,
    event.reasonTitle,
    event.note,
    event.approvedByName ? `批准：${event.approvedByName}` : null,
    event.basis ? `依据：${event.basisTitle ?? event.basis}` : null
  ].filter(Boolean);
  return element(
    'li',
    { class: event.by ? null : 'yb-by-system' },
    element('p', { class: 'yb-when' }, element('time', { datetime: event.at }, shown(event.at, 'time')), ' · ', shown(event.byName, 'actor')),
    element('p', {}, element('strong', {}, event.typeTitle), facts.length ? `：${facts.join('；')}` : ''),
    event.retroactive ? element('p', { class: 'yb-when' }, `补记于${shown(event.recordedAt, 'time')}`) : null
  );
}

/** The clock in one line, on top of the page of a case. */
export function clockInShort(clock) {
  return clock.target ? [clockMark(clock), ' ', daysLeft(clock) ?? ''] : ['—'];
}

