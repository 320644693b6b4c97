/** 代收的转移申请: what the transfer-out side's counter took and sent to the transfer-in side. */
import { getJson, showFacts } from '../kit/kit.js';
import { withPerson } from './session.js';

withPerson(async () => {
  showFacts(document.querySelector('main'), { applications: await getJson('/api/transfers/handed-over') });
});
