/** The globals of Apps Script, bound to one execution. */
import type { Execution } from '../execution.ts';
import { cacheService } from './cache-service.ts';
import { calendarService } from './calendar-service.ts';
import { htmlService } from './html-service.ts';
import { lockService } from './lock-service.ts';
import { mailApp } from './mail-app.ts';
import { propertiesService } from './properties-service.ts';
import { refusedServices } from './refused.ts';
import { scriptApp } from './script-app.ts';
import { session } from './session.ts';
import { sheetsService } from './sheets-service.ts';
import { spreadsheetApp } from './spreadsheet-app.ts';
import { urlFetchApp } from './url-fetch-app.ts';
import { utilities } from './utilities.ts';

/** Each service by its global name; an advanced service is there only when the manifest enables it. */
export function servicesOf(execution: Execution): Record<string, object> {
  const { advancedServices } = execution.shared.manifest;
  return {
    ...refusedServices(execution),
    CacheService: cacheService(execution),
    HtmlService: htmlService(execution),
    LockService: lockService(execution),
    MailApp: mailApp(execution),
    PropertiesService: propertiesService(execution),
    ScriptApp: scriptApp(execution),
    Session: session(execution),
    SpreadsheetApp: spreadsheetApp(execution),
    UrlFetchApp: urlFetchApp(execution),
    Utilities: utilities(execution),
    ...(advancedServices.includes('Sheets') ? { Sheets: sheetsService(execution) } : {}),
    ...(advancedServices.includes('Calendar') ? { Calendar: calendarService(execution) } : {}),
  };
}
