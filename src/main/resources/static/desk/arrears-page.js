/** 单位欠费补缴案件页: what an employer owes, for whom, what came in, and what the documents say of it. */
import { CasePage } from './case-frame.js';

const page = new CasePage('arrears');
page.action('[data-object]', '[data-objection]', 'objection', '已登记异议，交主管复核。');
page.start();
