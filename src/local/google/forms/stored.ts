import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';

/** A response as Google gives it. */
export type StoredResponse = forms_v1.Schema$FormResponse;

/** A form as it is kept: plain JSON. */
export interface StoredForm {
  readonly formId: string;
  /** The id in the address that respondents use. */
  readonly responderId: string;
  readonly title: string;
  readonly documentTitle: string;
  readonly description: string;
  readonly items: readonly forms_v1.Schema$Item[];
  readonly revision: number;
  readonly isPublished: boolean;
  readonly isAcceptingResponses: boolean;
  readonly responses: readonly StoredResponse[];
}
