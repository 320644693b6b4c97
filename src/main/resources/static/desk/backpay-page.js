/** 退休缴费年限案件页: the months of somebody who retires, what is missing, the ways to close the gap, and the money. */
import { waysTable } from '../kit/kit.js';
import { ActionDialog } from './action-dialog.js';
import { CasePage } from './case-frame.js';

const page = new CasePage('backpays', (view) => {
  const ways = waysTable(view.options);
  ways.className = 'yb-plain yb-gap-ways';
  page.find('[data-ways]').replaceChildren(ways);
});
const planEnd = new ActionDialog(page.find('[data-plan-end]'), `${page.path}/plan/end`, async () => {
  await page.readAgain();
  page.tell('计划已结束。');
});
page.find('[data-end-plan]').addEventListener('click', () => planEnd.open());
page.action('[data-died]', '[data-death]', 'death', '已登记死亡。');
page.withdrawal();
page.objection();
page.start();
