import { makeAuthRoute } from '@groundwork/auth/route';

export const { GET, POST } = makeAuthRoute('portal');
