/** The title of the page of a certificate. */

/** The title of the generated tab. */
export const CERTIFICATE_SHEET = 'Attestation';
