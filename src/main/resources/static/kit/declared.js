/** Fields for what the rules declare: the facts they ask for, the results they give. */
import { element } from './elements.js';

const KIND_OF_TYPE = {
  REGION: 'region',
  DATE: 'date',
  MONTH: 'month',
  YEAR: 'year',
  COUNT: 'whole',
  MONEY: 'money',
  RATE: 'rate',
  FLAG: 'select',
  CHOICE: 'select',
  WAGE_ANNOUNCEMENTS: 'text',
  TEXT: 'text'
};
const FLAGS = { true: '是', false: '否' };

/**
 * A field for a value that the rules declare.
 *
 * @param {{name: string, label: string, type: string, choices: object, allowed: string}} declared
 * @param {boolean} required
 */
export function fieldOf(declared, required) {
  const kind = KIND_OF_TYPE[declared.type];
  const words = declared.type === 'FLAG' ? FLAGS : declared.choices;
  const options = Object.entries(words).map(([value, label]) => element('span', { 'data-option': value }, label));
  return element(
    'div',
    {
      'data-field': declared.name,
      'data-kind': kind,
      'data-label': declared.label,
      'data-required': required,
      'data-hint': kind === 'text' ? declared.allowed : null
    },
    ...options
  );
}
