// The engine and its view library come as files of their own, served unmodified.
declare const o_spreadsheet: typeof import('@odoo/o-spreadsheet');
declare const owl: typeof import('@odoo/owl');
