/** Past service that is to count as contribution months: stated in an application, and decided where the documents leave it to a person. */
import { element } from './elements.js';
import { shown, spoken } from './words.js';

const GROUNDS = {
  CONTINUOUS_SERVICE: '连续工龄',
  MILITARY_SERVICE: '服现役',
  ACCOMPANYING_SPOUSE: '随军未就业配偶',
  PENSION_YEARS_BOUGHT: '接续工龄补缴养老',
  RESIDENT_YEARS: '居民医保年限折算',
  OTHER_POOL_YEARS: '省内其他统筹区缴费'
};
const COUNTED_AS = { DEEMED: '视同缴费', ACTUAL_IN_PROVINCE: '省内实际缴费', NOT_COUNTED: '不计算' };

/**
 * Lets people add service to an application, in an element data-services of its form.
 *
 * @returns {{ list: (values: object) => object[] }} the services as the server takes them
 */
export function statedServices(form) {
  const room = form.root.querySelector('[data-services]');
  const rows = element('div', {});
  const add = element('button', { type: 'button', class: 'btn btn-default' }, '添加一段工龄或军龄…');
  const less = element('button', { type: 'button', class: 'btn btn-link', hidden: true }, '去掉最后一段');
  let count = 0;
  add.addEventListener('click', () => {
    const hosts = fieldsOf(count);
    const row = element('fieldset', { class: 'yb-fields' }, element('legend', {}, `第 ${count + 1} 段`), ...hosts);
    rows.append(row);
    form.addFields(hosts);
    count += 1;
    less.hidden = false;
    row.querySelector('select, input').focus();
  });
  less.addEventListener('click', () => {
    count -= 1;
    less.hidden = count === 0;
    form.removeFields(rows.lastElementChild);
    add.focus();
  });
  room.replaceChildren(rows, add, ' ', less);
  return {
    list: (values) =>
      Array.from({ length: count }, (_, index) => ({
        ground: values[`services[${index}].ground`] ?? null,
        from: values[`services[${index}].from`] ?? null,
        to: values[`services[${index}].to`] ?? null,
        governmentPlacementOn: values[`services[${index}].governmentPlacementOn`] ?? null,
        evidence: values[`services[${index}].evidence`] ?? null
      }))
  };
}

function fieldsOf(index) {
  const name = (field) => `services[${index}].${field}`;
  return [
    select(name('ground'), '种类', GROUNDS),
    element('div', { 'data-field': name('from'), 'data-kind': 'month', 'data-label': '从哪个月', 'data-required': true }),
    element('div', { 'data-field': name('to'), 'data-kind': 'month', 'data-label': '到哪个月（含）', 'data-required': true }),
    element('div', { 'data-field': name('evidence'), 'data-label': '凭据', 'data-max-length': 200, 'data-required': true, 'data-hint': '如：职工档案第3页、退伍证编号' }),
    element('div', { 'data-field': name('governmentPlacementOn'), 'data-kind': 'past-date', 'data-label': '由政府安排工作的日期', 'data-hint': '军人由政府安排工作的才填' })
  ];
}

function select(name, label, words) {
  return element(
    'div',
    { 'data-field': name, 'data-kind': 'select', 'data-label': label, 'data-required': true },
    ...Object.entries(words).map(([value, text]) => element('span', { 'data-option': value }, text))
  );
}

/**
 * Shows the service of a case in an element data-service-decisions, with fields where a person says how it counts.
 *
 * @param {string} when the choice with which that is sent, as decision=CONFIRM
 * @returns {{ list: (values: object) => object[] }} the decisions as the server takes them
 */
export function serviceDecisions(form, model, when) {
  const room = form.root.querySelector('[data-service-decisions]');
  const services = model.years?.services ?? [];
  const open = services.filter((service) => service.referred || service.decidedAs);
  const hosts = open.flatMap((service) => decisionFields(service, when));
  form.replaceFields(room, hosts);
  room.replaceChildren(
    ...services.map((service) =>
      element(
        'div',
        { class: service.referred ? 'yb-notice' : 'yb-sentences' },
        element('p', {}, `${service.ground}，${shown(service.from, 'month')}至${shown(service.to, 'month')}（${service.evidence}）：${spoken(service.says)}`),
        open.includes(service) ? element('div', { class: 'yb-fields' }, ...hosts.filter((host) => host.dataset.field.startsWith(`services[${service.index}].`))) : null
      )
    )
  );
  form.adapt();
  return {
    list: (values) =>
      open
        .filter((service) => values[`services[${service.index}].decidedAs`])
        .map((service) => ({
          index: service.index,
          decidedAs: values[`services[${service.index}].decidedAs`],
          reason: values[`services[${service.index}].reason`] ?? null
        }))
  };
}

function decisionFields(service, when) {
  const decided = select(`services[${service.index}].decidedAs`, '怎样计算', COUNTED_AS);
  const reason = element('div', { 'data-field': `services[${service.index}].reason`, 'data-label': '理由和依据', 'data-max-length': 200 });
  [decided, reason].forEach((host) => {
    host.setAttribute('data-when', service.referred ? `${when},` : when);
    host.toggleAttribute('data-required', service.referred);
  });
  return [decided, reason];
}
