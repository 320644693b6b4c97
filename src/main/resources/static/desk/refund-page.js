/** 退费案件页: everything that is on record of one refund, and what the person may do about it beside the tasks. */
import { CasePage } from './case-frame.js';

const page = new CasePage('refunds');
page.withdrawal();
page.objection();
page.start();
