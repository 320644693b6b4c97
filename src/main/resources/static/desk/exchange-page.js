/** 消息交换: what is stuck between pools and with partners outside, why, and offering it again. */
import { Form, getJson, postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';
import { withPerson } from './session.js';

const TYPES = {
  'transfer.requested': '转移请求',
  'transfer.information-table': '信息表',
  'transfer.refused-by-transfer-out-side': '转出地不予转出',
  'transfer.completed': '转移办结',
  'transfer.closed-by-transfer-in-side': '转入地终止转移',
  'treasury.payment-file': '支付文件',
  'treasury.receipt': '支付文件回执',
  'treasury.results': '支付结果',
  'collection.requested': '代收请求',
  'collection.result': '代收结果'
};
const MARKS = {
  WAITING: 'yb-state-open',
  EARLY: 'yb-state-open',
  FAILING: 'yb-clock-at_risk',
  REFUSED: 'yb-clock-overdue',
  DONE: 'yb-state-completed'
};
const BOXES = { OUT: '发件', IN: '收件' };

const find = (name) => document.querySelector(`[data-${name}]`);
const filters = find('filters');
const rows = find('rows');
const status = find('status');
const more = find('more');
const problems = find('problem');
const dialog = find('offer');
const form = new Form(dialog.querySelector('form'));
const send = dialog.querySelector('[data-send]');
let next = null;
let offered = null;

async function load(before) {
  status.textContent = '正在查询…';
  const query = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value));
  if (before) {
    query.set('before', before);
  }
  const [page, overview] = await Promise.all([
    getJson(`/api/exchange/messages?${query}`),
    getJson('/api/exchange/overview')
  ]);
  const lines = page.messages.map(line);
  if (before) {
    rows.append(...lines);
  } else {
    rows.replaceChildren(...lines);
  }
  next = page.next;
  more.hidden = !next;
  problems.hidden = true;
  status.textContent = rows.children.length
    ? `${next ? '已显示' : '共'} ${rows.children.length} 条${next ? '，还有更多' : ''}；新的在前。`
    : '没有符合条件的消息。';
  showOverview(overview);
}

function line(message) {
  const cells = [
    message.fromTitle,
    message.toTitle,
    mark(message),
    shown(message.at, 'time'),
    tries(message),
    offerButton(message),
    shown(message.why)
  ];
  return element(
    'tr',
    { class: message.state === 'REFUSED' ? 'yb-late' : null },
    element('th', { scope: 'row', title: message.key }, titleOf(message.type), keyOf(message.key)),
    ...cells.map((cell) => element('td', {}, cell))
  );
}

function mark({ state, stateTitle }) {
  return element('span', { class: `yb-mark ${MARKS[state]}` }, stateTitle);
}

function tries({ state, attempts, nextAttemptAt, endedAt }) {
  if (endedAt) {
    return shown(endedAt, 'time');
  }
  return state === 'WAITING' ? '—' : `已试 ${attempts} 次，下次 ${shown(nextAttemptAt, 'time')}`;
}

function offerButton(message) {
  if (!message.mayBeOffered) {
    return '—';
  }
  const button = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, actionOf(message));
  button.addEventListener('click', () => ask(message));
  return button;
}

function actionOf({ box }) {
  return box === 'OUT' ? '重新发送' : '重新处理';
}

function ask(message) {
  offered = message;
  find('offer-title').textContent = actionOf(message);
  find('offer-message').textContent =
    `${titleOf(message.type)}（${message.key}），${message.fromTitle} → ${message.toTitle}。${message.why ? `${message.why}。` : ''}`;
  send.textContent = actionOf(message);
  form.field('reason').set('');
  form.say(null);
  dialog.showModal();
  form.field('reason').focus();
}

async function offer() {
  if (!(await form.check())) {
    return;
  }
  send.disabled = true;
  try {
    await postJson(`/api/exchange/messages/${offered.box}/${offered.id}/offer`, form.values());
    dialog.close();
    await telling(() => load());
  } catch (problem) {
    form.showProblem(problem);
  } finally {
    send.disabled = false;
  }
}

function showOverview({ counts, partners, turnedAway }) {
  const parts = Object.entries(BOXES).map(([box, title]) => {
    const stands = counts.filter((count) => count.box === box);
    return `${title}：${stands.length ? stands.map((count) => `${count.title} ${count.messages} 条`).join('，') : '全部完成'}`;
  });
  find('counts').textContent = `${parts.join('；')}。`;
  find('partners').textContent = partners.length
    ? `往来的伙伴：${partners.map(({ title, pools }) => `${title}（${pools.join('、') || '不涉及您的统筹区'}）`).join('；')}。`
    : '没有配置财政、税务等外部伙伴；支付文件由财务下载后另行递送。';
  find('turned-away').hidden = !turnedAway.length;
  find('turned-away-rows').replaceChildren(...turnedAway.map(turnedAwayLine));
}

function turnedAwayLine(message) {
  const cells = [message.partner, shown(message.lastAt, 'time'), String(message.times), message.why];
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, titleOf(message.type) || '读不出的消息', keyOf(message.key)),
    ...cells.map((cell) => element('td', {}, cell))
  );
}

function titleOf(type) {
  return TYPES[type] || type;
}

/** Keys are long; their end tells them apart, and the whole one stands in the hint. */
function keyOf(key) {
  const short = key.length > 28 ? `…${key.slice(-26)}` : key;
  return element('small', { class: 'yb-key', title: key }, short);
}

/** Only the states that occur in the box that is chosen. */
function adaptStates() {
  const box = filters.elements.box.value;
  const { state } = filters.elements;
  [...state.options].forEach((option) => {
    option.hidden = Boolean(option.dataset.box) && option.dataset.box !== box;
    option.disabled = option.hidden;
  });
  if (state.selectedOptions[0]?.disabled) {
    state.value = '';
  }
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

filters.addEventListener('submit', (event) => {
  event.preventDefault();
  telling(() => load());
});
filters.addEventListener('change', () => {
  adaptStates();
  telling(() => load());
});
more.addEventListener('click', () => telling(() => load(next)));
send.addEventListener('click', offer);
dialog.querySelector('[data-cancel]').addEventListener('click', () => dialog.close());
adaptStates();
withPerson(() => load());
