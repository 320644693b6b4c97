/** 转移接续案件页: everything that is on record of one side of a transfer, and what the person may do about it beside the tasks. */
import { ActionDialog } from './action-dialog.js';
import { Attachments } from './attachments.js';
import { showAcross } from './across.js';
import { CasePage } from './case-frame.js';
import { monthsByYear } from './information-table.js';
import { PaperTableDialog } from './paper-table.js';
import { tableRounds } from './table-rounds.js';

let person = null;
const page = new CasePage('transfers', (view) => {
  page.find('[data-open="other-side"]').hidden = !mayRecordOtherSide(view);
  page.find('[data-rounds]').replaceChildren(...tableRounds(view));
  page.find('[data-months]').replaceChildren(...monthsByYear(view.informationTable?.months || []));
  attachments.show(view);
  page.find('[data-corrections]').replaceChildren(...corrections(view));
});
const attachments = new Attachments(page.find('[data-attachments]'), `${page.path}/attachments`, (view) => page.show(view));

/** A supervisor of the transfer-out side may record what the other agency said. */
function mayRecordOtherSide(view) {
  const supervises = (person.roles[view.pool] || []).includes('SUPERVISE');
  const waiting = view.otherSide.some(({ open }) => open);
  return view.kind === 'TRANSFER_OUT' && view.state === 'OPEN' && supervises && !waiting;
}

function corrections(view) {
  const link = (other) => {
    const anchor = document.createElement('a');
    anchor.href = other;
    anchor.textContent = other;
    return anchor;
  };
  return [
    ...(view.corrects ? ['本案更正 ', link(view.corrects), '。'] : []),
    ...(view.correctedBy.length ? ['本案另有更正：', ...view.correctedBy.flatMap((other) => [link(other), ' '])] : [])
  ];
}

async function showBeside() {
  const balance = await showAcross(page.find('[data-across]'), page.number);
  page.find('[data-open="arrival"]').hidden = !balance?.arrivalRecordable;
}

function action(name, sentence, Dialog) {
  page.action(`[data-open="${name}"]`, `[data-${name}]`, name, sentence, Dialog);
}

action('death', '已登记死亡，转移终止；请核对应否退费。');
action('reopening', '案件已重新打开，回到受理。');
action('other-side', '已记录，等另一人确认后办结。');
action('paper-table', '纸质信息表已录入，交另一人核验。', PaperTableDialog);
action('objection', '已登记异议，交主管复核。');
const arrival = new ActionDialog(page.find('[data-arrival]'), `${page.path}/balance/arrivals`, async () => {
  await page.readAgain();
  await showBeside();
  page.tell('已登记到账。');
});
page.find('[data-open="arrival"]').addEventListener('click', () => arrival.open());
page.withdrawal();
page.start(
  (me) => {
    person = me;
  },
  showBeside
);
