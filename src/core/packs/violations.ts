import type { PackProblem } from './problem';
import { childPath, quote } from './jsonPath';
import type { Violation } from './validators.generated';

type Description = Pick<PackProblem, 'message' | 'remedy'>;

/** A violation in words: where below the entry (`$` for the entry itself), what, and what to do. */
export type DescribedViolation = Pick<PackProblem, 'path' | 'message' | 'remedy'>;

/** Words a validator's errors for somebody who edits a pack; at most one for each place. */
export function describeViolations(violations: readonly Violation[]): DescribedViolation[] {
  const byPath = new Map<string, DescribedViolation>();
  for (const violation of violations) {
    // `if` only repeats what its branch has said already.
    if (violation.keyword !== 'if') {
      const path = pathOf(violation);
      if (!byPath.has(path)) {
        byPath.set(path, { path, ...describe(violation) });
      }
    }
  }
  return [...byPath.values()];
}

function pathOf(violation: Violation): string {
  const segments = violation.instancePath.split('/').slice(1);
  const { missingProperty, additionalProperty } = violation.params;
  const property = missingProperty ?? additionalProperty;
  // The schemas know no property whose name is a number, so a number is a place in a list.
  const path = segments.reduce(
    (parent, segment) => childPath(parent, /^\d+$/.test(segment) ? Number(segment) : segment),
    '$',
  );
  return typeof property === 'string' ? childPath(path, property) : path;
}

function describe({ keyword, params, parentSchema, data }: Violation): Description {
  switch (keyword) {
    case 'required':
    case 'dependentRequired': {
      const name = String(params['missingProperty']);
      const help = parentSchema.properties?.[name]?.description;
      return { message: 'is missing', remedy: `Add ${quote(name)}.${help ? ` ${help}` : ''}` };
    }
    case 'additionalProperties':
      return {
        message: 'is not a known field',
        remedy: `Remove it or correct its name. Known: ${Object.keys(parentSchema.properties ?? {}).join(', ')}.`,
      };
    case 'type':
      return {
        message: `must be ${nameOfType(String(params['type']))}, not ${typeOf(data)}`,
        remedy: `Write ${nameOfType(String(params['type']))}.`,
      };
    case 'enum':
      return {
        message: 'is none of the allowed values',
        remedy: choiceOf(params['allowedValues']),
      };
    case 'minLength':
      return {
        message: 'is empty',
        remedy: 'Fill it in, or remove the field if it may be absent.',
      };
    case 'maxLength':
      return {
        message: `is longer than ${String(params['limit'])} characters`,
        remedy: `Shorten it to ${String(params['limit'])} characters or fewer.`,
      };
    case 'pattern':
      return {
        message: 'is not written as it must be',
        remedy: parentSchema.patternErrorMessage ?? `It must match ${String(params['pattern'])}.`,
      };
    case 'minItems':
    case 'minProperties':
      return {
        message: `has fewer than ${String(params['limit'])} entries`,
        remedy: 'Add what is missing.',
      };
    case 'maxItems':
      return {
        message: `has more than ${String(params['limit'])} entries`,
        remedy: `Keep ${String(params['limit'])} or fewer.`,
      };
    case 'uniqueItems':
      return { message: 'names the same thing twice', remedy: 'Remove the repeated one.' };
    case 'minimum':
    case 'maximum':
      return {
        message: 'is out of range',
        remedy: `Write a number that is ${String(params['comparison'])} ${String(params['limit'])}.`,
      };
    default:
      return {
        message: `breaks the rule ${quote(keyword)} of its schema`,
        remedy: 'Compare it with an entry that loads.',
      };
  }
}

function choiceOf(values: unknown): string {
  return Array.isArray(values) && values.length <= 12
    ? `Write one of: ${values.map((value) => quote(String(value))).join(', ')}.`
    : 'Write one of the values that VS Code completes there.';
}

function nameOfType(type: string): string {
  switch (type) {
    case 'string':
      return 'text in double quotation marks';
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    case 'integer':
      return 'a whole number';
    default:
      return `a ${type}`;
  }
}

/** What a parsed JSON value is, in the words of a message. */
export function typeOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
}
