/** 重复参保案件页: everything that is on record of two relations that stand twice, and what is done about them. */
import { CasePage } from './case-frame.js';

const page = new CasePage('duplicates');
page.objection();
page.start();
