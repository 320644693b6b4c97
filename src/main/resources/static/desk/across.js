/** 待遇衔接 and 个人账户余额: what goes on beside a transfer and after it, on the page of its case. */
import { element } from '../kit/elements.js';
import { getJson } from '../kit/kit.js';
import { shown } from '../kit/words.js';

/** Fills the host with what there is, and leaves it hidden where there is nothing; answers with the balance, if any. */
export async function showAcross(host, number) {
  const path = `/api/transfers/${encodeURIComponent(number)}`;
  const [gap, balance] = await Promise.all([getJson(`${path}/gap`), getJson(`${path}/balance`)]);
  host.replaceChildren(...(gap ? gapPanel(gap) : []), ...(balance ? balancePanel(balance) : []));
  host.hidden = !gap && !balance;
  return balance;
}

function gapPanel(gap) {
  return panel(
    '待遇衔接',
    facts([
      ['中断未缴的月数', gap.unpaidMonths, 'months'],
      ['按期补缴的最后一日', gap.lastDay, 'date'],
      ['申请人的选择', gap.toPay === null ? null : gap.toPay ? '补缴' : '不补缴'],
      ['应补缴', gap.amount, 'yuan'],
      ['金额的依据', gap.amountSource],
      ['已到账', gap.amount === null ? null : gap.received, 'yuan'],
      ['结果', gap.outcomeTitle]
    ]),
    gap.decision ? block('现在的结论', gap.decision.says) : null,
    gap.unpaid && gap.paid ? block('不补缴', gap.unpaid.says) : null,
    gap.paid ? block('按期补缴', gap.paid.says) : null,
    gap.late ? block('逾期补缴', gap.late.says) : null,
    table('补缴单', gap.orders, [
      ['最后一日', 'lastDay', 'date'],
      ['应收', 'amount', 'yuan'],
      ['状态', 'stateTitle'],
      ['到账', 'collected', 'yuan'],
      ['到账日', 'receivedOn', 'date'],
      ['凭证', 'receipt']
    ]),
    table('要退还的款项', gap.money, [
      ['为什么', 'why'],
      ['金额', 'amount', 'yuan'],
      ['凭证', 'receipt'],
      ['到账日', 'receivedOn', 'date'],
      ['怎样退的', 'settled']
    ]),
    table('事实与出处', gap.facts, [
      ['事实', 'label'],
      ['值', 'shown'],
      ['出处', 'source']
    ])
  );
}

function balancePanel(balance) {
  const coming = balance.side === 'IN';
  return panel(
    '个人账户余额',
    facts([
      ['信息表载明', balance.stated, 'yuan'],
      ['已转出', balance.moved, 'yuan'],
      ['个人账户不足的差额', balance.shortfall?.amount, 'yuan'],
      ['差额怎样结清', balance.shortfall && (balance.shortfall.settledTitle ?? '财务还没有登记')],
      ['差额的凭证或函件', balance.shortfall?.paper],
      ['凭证或函件日期', balance.shortfall?.settledOn, 'date'],
      ['差额登记人', balance.shortfall?.settledByName],
      ['已到账', coming ? balance.arrived : null, 'yuan'],
      ['已记入个人账户', coming ? balance.credited : null, 'yuan'],
      ['划转编号', balance.reference],
      ['收款户名', balance.payment?.payeeName],
      ['收款账号', balance.payment?.maskedAccount],
      ['付款状态', balance.payment?.stateTitle],
      ['退回原因', balance.payment?.reason],
      ['结果', balance.outcomeTitle]
    ]),
    table('到账', balance.arrivals, [
      ['到账日', 'receivedOn', 'date'],
      ['金额', 'amount', 'yuan'],
      ['凭证', 'receipt']
    ])
  );
}

function panel(title, ...content) {
  return [element('section', { class: 'yb-panel', 'aria-label': title }, element('h2', {}, title), ...content)];
}

function facts(rows) {
  return element(
    'dl',
    { class: 'yb-facts' },
    ...rows
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([label, value, format]) =>
        element('div', { class: 'yb-fact' }, element('dt', {}, label), element('dd', {}, shown(value, format)))
      )
  );
}

function block(title, says) {
  return element('div', {}, element('h3', {}, title), element('p', {}, says));
}

function table(title, rows, columns) {
  if (!rows.length) {
    return null;
  }
  const list = element(
    'table',
    { class: 'yb-plain' },
    element('thead', {}, element('tr', {}, ...columns.map(([name]) => element('th', { scope: 'col' }, name)))),
    element(
      'tbody',
      {},
      ...rows.map((row) => element('tr', {}, ...columns.map(([, key, format]) => element('td', {}, shown(row[key], format)))))
    )
  );
  return element(
    'div',
    {},
    element('h3', {}, title),
    element('div', { class: 'yb-scroll', tabindex: '0', role: 'region', 'aria-label': title }, list)
  );
}
