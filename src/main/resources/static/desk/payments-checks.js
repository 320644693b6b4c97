/** The reconciliation of a pool, and money that is to come in. */
import { getJson, postJson } from '../kit/kit.js';
import { element } from '../kit/elements.js';
import { address } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { mistakes } from './calendar-preview.js';
import { amount, row, table, written } from './payments-rows.js';

const find = (name) => document.querySelector(`[data-${name}]`);
const form = find('collect');
let collected = null;

/** Shows how orders, ledger, files and results of a pool fit together. */
export async function showReconciliation(pool) {
  const report = await getJson(`/api/payments/reconciliation?pool=${pool}`);
  find('csv').href = address(`/api/payments/reconciliation.csv?pool=${pool}`);
  const standing = report.standing;
  const sums = [
    ['待付', standing.waiting],
    ['在途', standing.inTransit],
    ['已退', standing.refunded],
    ['已收回', standing.recovered],
    ['应收', standing.receivable],
    ['待处理收款', standing.unassigned]
  ];
  const balanced = Number(report.balanceSum) === 0;
  find('reconciliation').replaceChildren(
    element(
      'dl',
      { class: 'yb-batch-facts' },
      ...sums.map(([name, yuan]) => element('div', {}, element('dt', {}, name), element('dd', {}, `${written(yuan)} 元`))),
      element('div', {}, element('dt', {}, '台账合计'), element('dd', {}, balanced ? '0.00 元，平衡' : `${written(report.balanceSum)} 元，不平衡`))
    ),
    table(['类别', '对象', '金额（元）', '说明', '处理'], report.findings.map(finding), `核对了 ${report.checkedBatches} 个批次，全部相符。`, '不一致之处')
  );
}

function finding(found) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, found.title),
    ...row([found.subject === found.batch || !found.batch ? found.subject : `${found.subject}（${found.batch}）`]),
    amount(found.amount),
    ...row([found.text, found.remedy])
  );
}

/** Shows what is to come in for a pool. */
export async function showCollections(pool, finance) {
  const orders = await getJson(`/api/payments/collections?pool=${pool}`);
  const lines = orders.map((order) => collection(order, finance));
  find('collections').replaceChildren(...lines);
  if (!lines.length) {
    find('collections').append(element('tr', {}, element('td', { colspan: 7, class: 'yb-none' }, '没有收款单')));
  }
}

function collection(order, finance) {
  const button = element('button', { type: 'button', class: 'btn btn-default btn-sm' }, '登记结果…');
  button.addEventListener('click', () => {
    collected = order.order;
    find('collect-title').textContent = `登记 ${order.order} 的结果，应收 ${written(order.amount)} 元`;
    form.elements.amount.value = order.amount;
    form.hidden = false;
    find('collect-title').focus();
  });
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, order.order),
    ...row([order.stateTitle]),
    amount(order.amount),
    amount(order.collected),
    ...row([shown(order.lastDay, 'date'), order.receipt]),
    element('td', {}, finance && order.state === 'OPEN' ? button : null)
  );
}

/** @param {() => Promise<void>} onChange shows the page anew */
export function collecting(onChange) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { state, amount: yuan, receipt } = form.elements;
    try {
      const order = await postJson('/api/payments/collections/result', {
        order: collected,
        state: state.value,
        amount: state.value === 'EXPIRED' ? '0' : yuan.value.trim(),
        receipt: receipt.value || null
      });
      close();
      await onChange();
      find('collect-outcome').replaceChildren(element('p', { class: 'yb-done', role: 'status' }, `已登记 ${order.order}：${order.stateTitle}。`));
    } catch (problem) {
      find('collect-outcome').replaceChildren(mistakes(problem));
    }
  });
  find('cancel').addEventListener('click', close);
}

function close() {
  form.hidden = true;
  form.reset();
  find('collect-outcome').replaceChildren();
}
