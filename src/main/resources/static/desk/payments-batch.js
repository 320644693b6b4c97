/** One batch: where it stands, its files, the results that came, its payments and its history. */
import { element } from '../kit/elements.js';
import { address, postForm } from '../kit/http.js';
import { shown } from '../kit/words.js';
import { mistakes } from './calendar-preview.js';
import { amount, row, table, written } from './payments-rows.js';

const PAUSE_MS = 1500;

/**
 * @param {object} batch as the API tells it
 * @param {boolean} finance whether the reader is of finance of its pool
 * @param {() => Promise<void>} onChange shows the page anew
 */
export function showBatch(batch, finance, onChange) {
  const waiting = batch.results.some((file) => file.unapplied > 0);
  if (waiting) {
    setTimeout(() => onChange().catch(() => {}), PAUSE_MS);
  }
  return element(
    'div',
    { class: 'yb-batch' },
    element('h3', { tabindex: '-1' }, `批次 ${batch.number}`),
    facts(batch),
    batch.leftAt && finance ? files(batch) : null,
    batch.leftAt && finance ? upload(batch, onChange) : null,
    waiting ? element('p', { class: 'yb-hint', role: 'status' }, '正在逐笔入账…') : null,
    element('h4', {}, '结果文件'),
    table(['文件', '收到', '来自', '笔数', '未入账', '与先到的结果矛盾'], batch.results.map(resultLine), '还没有结果文件', '结果文件'),
    element('h4', {}, '付款明细'),
    table(['序号', '付款单', '收款人', '账号', '金额（元）', '结果', '原因', '付款单现状'], batch.lines.map(line), '没有付款', '付款明细'),
    batch.hiddenLines ? element('p', { class: 'yb-hint' }, `只列前 ${batch.lines.length} 笔，另有 ${batch.hiddenLines} 笔见付款文件。`) : null,
    element('h4', {}, '经过'),
    table(['时间', '何人', '事项'], batch.history.map((note) => element('tr', {}, ...row([shown(note.at, 'time'), note.byName, note.text]))), '还没有记录', '经过')
  );
}

function facts(batch) {
  const pairs = [
    ['状态', batch.stateTitle],
    ['笔数', `${batch.orders} 笔`],
    ['金额', `${written(batch.total)} 元`],
    ['已有结果', `${batch.settledOrders} 笔`],
    ['付款账户', batch.payer],
    ['编批', `${batch.drawnBy}，${shown(batch.drawnAt, 'time')}`],
    ['审批', batch.decidedBy ? `${batch.decidedBy}，${shown(batch.decidedAt, 'time')}` : '等待另一人审批'],
    ['不予发出的理由', batch.refusal],
    ['发出', batch.leftAt ? `${shown(batch.leftAt, 'time')}，${batch.way}` : null],
    ['应回结果', batch.resultsDueOn ? shown(batch.resultsDueOn, 'date') : null],
    ['财政回执', batch.receipt]
  ];
  const shownPairs = pairs.filter(([, value]) => value);
  return element(
    'dl',
    { class: 'yb-batch-facts' },
    ...shownPairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))
  );
}

function files(batch) {
  const links = batch.files.map((file) => {
    const href = address(`/api/payments/batches/${batch.number}/files/${file.format}`);
    return element('li', {}, element('a', { href, download: true }, `下载 ${file.title}`), ' ', element('code', {}, `SHA-256 ${file.sha256}`));
  });
  return element(
    'div',
    {},
    element('h4', {}, '付款文件'),
    element('p', { class: 'yb-hint' }, '文件含完整账号，每次下载都有审计记录；每次的内容完全相同，请按摘要核对。'),
    element('ul', { class: 'yb-files' }, ...links)
  );
}

function upload(batch, onChange) {
  const file = element('input', { class: 'form-control', type: 'file', name: 'file', accept: '.xml,.csv' });
  const button = element('button', { class: 'btn btn-primary', type: 'submit' }, '上传结果');
  const outcome = element('div', {});
  const form = element(
    'form',
    { class: 'yb-filters', novalidate: true },
    element('label', { class: 'yb-grow' }, '财政的结果文件（pain.002 或 CSV）', file),
    button
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    button.textContent = '正在核对…';
    try {
      const received = await postForm(`/api/payments/batches/${batch.number}/results`, { file: file.files[0] });
      await onChange();
      const said = received.taken ? '结果文件核对无误，正在逐笔入账。' : '这个结果文件以前已经收过，没有重复入账。';
      document.querySelector('[data-outcome]').replaceChildren(element('p', { class: 'yb-done', role: 'status' }, said));
    } catch (problem) {
      outcome.replaceChildren(mistakes(problem));
    } finally {
      button.disabled = false;
      button.textContent = '上传结果';
    }
  });
  return element('div', {}, element('h4', {}, '收到财政结果'), form, outcome);
}

function resultLine(file) {
  return element('tr', {}, ...row([file.name, shown(file.receivedAt, 'time'), file.by, file.rows, file.unapplied, file.contradicted]));
}

function line(payment) {
  return element(
    'tr',
    {},
    ...row([payment.sequence, payment.order, payment.payeeName, payment.accountMasked]),
    amount(payment.amount),
    ...row([payment.outcomeTitle, payment.reason, payment.orderState])
  );
}
