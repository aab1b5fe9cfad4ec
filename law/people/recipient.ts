/** Those whose allowance, care support or pension was being paid when Decree 335/2026 came into force (Đ32.3). */
export const recipientClass = 'recipient'
