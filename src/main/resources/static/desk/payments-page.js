/** 付款: open orders and batches of a pool, what does not fit, and money to come in. */
import { getJson, postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { shown } from '../kit/words.js';
import { mistakes } from './calendar-preview.js';
import { showBatch } from './payments-batch.js';
import { collecting, showCollections, showReconciliation } from './payments-checks.js';
import { amount, row } from './payments-rows.js';
import { withPerson } from './session.js';

const READERS = ['FINANCE', 'APPROVE', 'SUPERVISE', 'AUDIT'];
const RECONCILERS = ['FINANCE', 'SUPERVISE', 'AUDIT'];
const PAGE = 100;
const find = (name) => document.querySelector(`[data-${name}]`);
const pools = find('filters').elements.pool;
let roles = {};
let chosen = null;
let last = 0;

async function show(me) {
  roles = me.roles;
  const mine = Object.keys(roles).filter((pool) => may(pool, READERS));
  if (!mine.length) {
    throw new Error('付款由财务、审批员、主管和稽核员查看；您没有这些岗位。');
  }
  if (!pools.options.length) {
    const names = await Promise.all(mine.map((pool) => getJson(`/api/regions/${pool}`)));
    pools.replaceChildren(...names.map((region) => element('option', { value: region.code }, region.fullName)));
  }
  await refresh();
}

async function refresh() {
  const pool = pools.value;
  find('draw').hidden = !may(pool, ['FINANCE']);
  find('open').replaceChildren();
  last = 0;
  const [batches] = await Promise.all([
    getJson(`/api/payments/batches?pool=${pool}`),
    loadOpen(),
    showCollections(pool, may(pool, ['FINANCE']))
  ]);
  find('reconciliation-panel').hidden = !may(pool, RECONCILERS);
  find('batches').replaceChildren(...batches.map(batchLine));
  if (!batches.length) {
    find('batches').append(element('tr', {}, element('td', { colspan: 8, class: 'yb-none' }, '还没有付款批次')));
  }
  if (chosen && batches.some((batch) => batch.number === chosen)) {
    await open(chosen);
  } else {
    find('batch').replaceChildren();
  }
  if (may(pool, RECONCILERS)) {
    await showReconciliation(pool);
  }
}

async function loadOpen() {
  const orders = await getJson(`/api/payments/orders?pool=${pools.value}&after=${last}&limit=${PAGE}`);
  find('open').append(...orders.map(orderLine));
  last = orders.at(-1)?.id || last;
  find('more').hidden = orders.length < PAGE;
  const count = find('open').children.length;
  find('draw').disabled = !count;
  find('status').textContent = count ? `待付 ${find('more').hidden ? '' : '至少 '}${count} 张付款单。` : '没有待付的付款单。';
}

function orderLine(order) {
  const box = element('input', { type: 'checkbox', value: order.order, 'aria-label': `选择 ${order.order}` });
  return element(
    'tr',
    {},
    element('td', {}, box),
    ...row([order.order, order.payeeName, order.accountMasked, order.bankCode, `第 ${order.attempt} 次`, shown(order.issuedAt, 'time')]),
    amount(order.amount)
  );
}

function batchLine(batch) {
  const button = element('button', { type: 'button', class: 'btn btn-link btn-sm' }, batch.number);
  button.addEventListener('click', () => told(() => open(batch.number, true)));
  const late = batch.late ? element('span', { class: 'yb-mark yb-clock-overdue' }, '逾期') : null;
  return element(
    'tr',
    { 'data-number': batch.number },
    element('th', { scope: 'row' }, button),
    element('td', {}, element('span', { class: `yb-mark yb-batch-${batch.state.toLowerCase()}` }, batch.stateTitle)),
    element('td', {}, String(batch.orders)),
    amount(batch.total),
    element('td', {}, `${batch.settledOrders} / ${batch.orders}`),
    element('td', {}, batch.resultsDueOn ? `${shown(batch.resultsDueOn, 'date')} ` : '—', late),
    ...row([batch.drawnBy, shown(batch.drawnAt, 'time')])
  );
}

async function open(number, focus = false) {
  chosen = number;
  const batch = await getJson(`/api/payments/batches/${number}`);
  const view = showBatch(batch, may(batch.pool, ['FINANCE']), refresh);
  find('batch').replaceChildren(view);
  if (focus) {
    view.querySelector('h3').focus();
  }
}

async function draw() {
  const named = [...find('open').querySelectorAll('input:checked')].map((box) => box.value);
  const button = find('draw');
  button.disabled = true;
  await told(async () => {
    const batch = await postJson('/api/payments/batches', named.length ? { pool: pools.value, orders: named } : { pool: pools.value });
    chosen = batch.number;
    await refresh();
    find('outcome').replaceChildren(
      element('p', { class: 'yb-done', role: 'status' }, `已编制 ${batch.number}：${batch.orders} 笔，${shown(batch.total, 'yuan')}。请另一人在“待办”中审批。`)
    );
  });
  button.disabled = !find('open').children.length;
}

async function told(work) {
  find('outcome').replaceChildren();
  try {
    await work();
  } catch (problem) {
    find('outcome').replaceChildren(mistakes(problem));
  }
}

function may(pool, held) {
  return (roles[pool] || []).some((role) => held.includes(role));
}

pools.addEventListener('change', () => {
  chosen = null;
  told(refresh);
});
find('draw').addEventListener('click', draw);
find('more').addEventListener('click', () => told(loadOpen));
collecting(refresh);
withPerson(show);
