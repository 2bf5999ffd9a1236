/** Services that exist in Apps Script and are not emulated here: every use of them fails by name. */
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution, Method } from '../execution.ts';

const classic = {
  CalendarApp: ['createCalendar', 'createEvent', 'getCalendarById', 'getDefaultCalendar', 'getEventById'],
  DriveApp: ['createFile', 'createFolder', 'getFileById', 'getFolderById', 'getRootFolder'],
  FormApp: ['create', 'openById', 'openByUrl', 'getActiveForm'],
  GmailApp: ['createDraft', 'search', 'sendEmail'],
} as const;

const advanced: Readonly<Record<string, readonly string[]>> = {
  Drive: ['About', 'Files', 'Permissions'],
};

/** The services laid out for later; an advanced one only when the manifest enables it. */
export function refusedServices(execution: Execution): Record<string, object> {
  const refusal = (name: string): Method => {
    return () => {
      throw new ServiceError(`${name} is not emulated by the local workspace`, { name: 'NotEmulated' });
    };
  };
  const services: Record<string, object> = {};
  for (const [name, methods] of Object.entries(classic)) {
    const refused = Object.fromEntries(methods.map((method) => [method, refusal(`${name}.${method}`)]));
    services[name] = serviceObject(execution, name, { methods: refused });
  }
  for (const [name, collections] of Object.entries(advanced)) {
    if (!execution.shared.manifest.advancedServices.includes(name)) continue;
    const refused = Object.fromEntries(collections.map((collection) => [collection, refusal(`${name}.${collection}`)]));
    services[name] = serviceObject(execution, name, { methods: refused });
  }
  return services;
}
