/** 重复参保案件页: everything that is on record of two relations that stand twice, and what is done about them. */
import { CasePage } from './case-frame.js';

const page = new CasePage('duplicates', (view) => {
  page.find('[data-restored]').hidden = !view.notices.some(({ kind }) => kind === 'relationRestored');
});
page.objection();
page.start();
