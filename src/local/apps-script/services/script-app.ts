/** `ScriptApp`: triggers are kept in the store; the workspace's clock fires them. */
import { randomUUID } from 'node:crypto';
import { dateOf, numberOf, textOf } from '../arguments.ts';
import { ServiceError, SignatureMismatch } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution, Method } from '../execution.ts';
import type { Trigger } from '../types.ts';
import { TOKEN } from './url-fetch-app.ts';

const MOST_TRIGGERS = 20;
const scopes = ['script.scriptapp'];

/** Installing, listing and deleting triggers. */
export function scriptApp(execution: Execution): object {
  const { triggers } = execution.shared.store;
  return serviceObject(execution, 'ScriptApp', {
    methods: {
      newTrigger: (handler) => triggerBuilder(execution, textOf(handler)),
      getOAuthToken: () => TOKEN,
      getProjectTriggers: () => triggers.map((trigger) => triggerObject(execution, trigger)),
      deleteTrigger: (value) => {
        const inside = typeof value === 'object' && value !== null ? execution.insides.get(value) : undefined;
        const place = triggers.findIndex((trigger) => trigger === inside);
        if (place < 0) throw new SignatureMismatch();
        triggers.splice(place, 1);
      },
    },
    scopes,
    constants: {
      AuthMode: enumeration(execution, 'AuthMode', ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION']),
      EventType: enumeration(execution, 'EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_CHANGE', 'ON_FORM_SUBMIT']),
    },
  });
}

function enumeration(execution: Execution, name: string, names: readonly string[]): object {
  return serviceObject(execution, name, { constants: Object.fromEntries(names.map((one) => [one, one])) });
}

function triggerObject(execution: Execution, trigger: Trigger): object {
  return serviceObject(execution, 'Trigger', {
    inside: trigger,
    scopes,
    methods: {
      getUniqueId: () => trigger.uid,
      getHandlerFunction: () => trigger.handler,
      getEventType: () => trigger.event,
      getTriggerSource: () => trigger.source,
      getTriggerSourceId: () => trigger.sourceId,
    },
  });
}

type Draft = Omit<Trigger, 'uid' | 'handler'>;

function triggerBuilder(execution: Execution, handler: string): object {
  const finish = (
    name: string,
    draft: Draft,
    refine: Readonly<Record<string, (value: unknown) => Draft>> = {},
  ): object =>
    serviceObject(execution, name, {
      scopes,
      methods: {
        ...Object.fromEntries(
          Object.entries(refine).map(([key, change]): [string, Method] => [
            key,
            (value) => finish(name, change(value), refine),
          ]),
        ),
        create: () => create(execution, { ...draft, uid: randomUUID(), handler }),
      },
    });
  const event = (source: 'SPREADSHEETS' | 'FORMS', sourceId: string, kind: Trigger['event']) => () =>
    finish('TriggerBuilder', { source, sourceId, event: kind, everyMinutes: null, at: null });
  const clock: Draft = { source: 'CLOCK', event: 'CLOCK', sourceId: null, everyMinutes: null, at: null };
  const every = (unit: number) => (count: unknown) => ({ ...clock, everyMinutes: numberOf(count) * unit });
  const once = (instant: number) => ({ ...clock, at: new Date(instant).toISOString() });
  return serviceObject(execution, 'TriggerBuilder', {
    scopes,
    methods: {
      timeBased: () =>
        finish('ClockTriggerBuilder', clock, {
          everyMinutes: every(1),
          everyHours: every(60),
          everyDays: every(1440),
          after: (milliseconds) => once(execution.now() + numberOf(milliseconds)),
          at: (date) => once(dateOf(date).getTime()),
        }),
      forSpreadsheet: (id) => {
        const key = typeof id === 'string' ? id : execution.shared.options.spreadsheetId;
        const on = (kind: Trigger['event']) => event('SPREADSHEETS', key, kind);
        const methods = { onOpen: on('ON_OPEN'), onEdit: on('ON_EDIT'), onChange: on('ON_CHANGE') };
        return serviceObject(execution, 'SpreadsheetTriggerBuilder', {
          scopes,
          methods: { ...methods, onFormSubmit: on('ON_FORM_SUBMIT') },
        });
      },
      forForm: (id) =>
        serviceObject(execution, 'FormTriggerBuilder', {
          scopes,
          methods: { onFormSubmit: event('FORMS', textOf(id), 'ON_FORM_SUBMIT') },
        }),
    },
  });
}

function create(execution: Execution, trigger: Trigger): object {
  const { triggers } = execution.shared.store;
  if (trigger.event === 'CLOCK' && trigger.everyMinutes === null && trigger.at === null)
    throw new ServiceError('The trigger has no time');
  if (triggers.length >= MOST_TRIGGERS)
    throw new ServiceError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  triggers.push(trigger);
  return triggerObject(execution, trigger);
}
