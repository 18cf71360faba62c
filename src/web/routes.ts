import { clipRoutes } from '../api/clips.ts';
import { consentRoutes } from '../api/consents.ts';
import { cutRoutes } from '../api/cuts.ts';
import { deliveryApiRoutes } from '../api/delivery.ts';
import { describingRoutes } from '../api/description.tsx';
import { editDirectoryRoutes } from '../api/edit-directory.ts';
import { eventRoutes } from '../api/events.ts';
import { flightRoutes } from '../api/flights.ts';
import { jobRoutes } from '../api/jobs.ts';
import { logRoutes } from '../api/logs.ts';
import { packageRoutes } from '../api/packages.ts';
import { userRoutes } from '../api/people.ts';
import { recallApiRoutes } from '../api/recalls.ts';
import { reportApiRoutes } from '../api/reports.ts';
import { reviewApiRoutes } from '../api/reviews.ts';
import { directoryRoutes } from '../api/schemes.ts';
import { spotRoutes } from '../api/spots.ts';
import { uploadRoutes } from '../api/uploads.ts';
import { aboutRoutes } from './about/about-routes.tsx';
import { accountPageRoutes } from './accounts/account-routes.tsx';
import { peopleRoutes } from './accounts/people-routes.tsx';
import { accountRoutes } from './accounts/routes.tsx';
import { adminRoutes } from './admin/admin-routes.tsx';
import { departmentPageRoutes } from './admin/department-routes.tsx';
import { importRoutes } from './admin/import-routes.tsx';
import { lookFrameRoutes } from './admin/look-frame-routes.ts';
import { looksPageRoutes } from './admin/looks-routes.tsx';
import { operatorsPageRoutes } from './admin/operators-routes.tsx';
import { placesPageRoutes } from './admin/places-routes.tsx';
import { schemesPageRoutes } from './admin/schemes-routes.tsx';
import { airingRoutes } from './airing/routes.ts';
import { consentPageRoutes } from './consent/consent-routes.tsx';
import { consentsPageRoutes } from './consent/consents-routes.tsx';
import { operatorAdminRoutes } from './delivery/operator-admin.tsx';
import { operatorRoutes } from './delivery/operator-routes.ts';
import { recallRoutes } from './delivery/recall-routes.tsx';
import { deliveryRoutes } from './delivery/routes.tsx';
import { assetRoutes } from './http/assets.ts';
import { healthRoutes } from './http/health.ts';
import type { Route } from './http/route.ts';
import { clipPageRoutes } from './intake/clip-routes.tsx';
import { homeRoutes } from './intake/home-routes.tsx';
import { sendRoutes } from './intake/send-routes.tsx';
import { noticesRoutes } from './notices/notices-routes.tsx';
import { reportPageRoutes } from './reports/routes.tsx';
import { reviewRoutes } from './review/routes.tsx';
import { bedRoutes } from './spots/bed-routes.ts';
import { captionRoutes } from './spots/caption-routes.tsx';
import { figureRoutes } from './spots/figure-routes.ts';
import { helpRoutes } from './spots/help-routes.ts';
import { lookRoutes } from './spots/look-routes.tsx';
import { spotPageRoutes } from './spots/routes.tsx';
import { moveRoutes } from './traffic/move-routes.tsx';
import { trafficRoutes } from './traffic/routes.tsx';

/** The policy table: every address of the service with who may call it and what limits what they see. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...assetRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...accountPageRoutes,
  ...aboutRoutes,
  ...noticesRoutes,
  ...adminRoutes,
  ...importRoutes,
  ...operatorsPageRoutes,
  ...schemesPageRoutes,
  ...placesPageRoutes,
  ...departmentPageRoutes,
  ...lookFrameRoutes,
  ...looksPageRoutes,
  ...uploadRoutes,
  ...clipRoutes,
  ...consentRoutes,
  ...spotRoutes,
  ...spotPageRoutes,
  ...captionRoutes,
  ...figureRoutes,
  ...lookRoutes,
  ...bedRoutes,
  ...helpRoutes,
  ...cutRoutes,
  ...reviewRoutes,
  ...reviewApiRoutes,
  ...directoryRoutes,
  ...editDirectoryRoutes,
  ...flightRoutes,
  ...logRoutes,
  ...trafficRoutes,
  ...moveRoutes,
  ...homeRoutes,
  ...sendRoutes,
  ...consentPageRoutes,
  ...consentsPageRoutes,
  ...clipPageRoutes,
  ...eventRoutes,
  ...jobRoutes,
  ...userRoutes,
  ...describingRoutes(() => routes),
  ...operatorRoutes,
  // Before the recalls themselves: `new` is no recall's id.
  ...recallRoutes,
  ...deliveryRoutes,
  ...operatorAdminRoutes,
  ...deliveryApiRoutes,
  ...recallApiRoutes,
  ...packageRoutes,
  ...airingRoutes,
  ...reportPageRoutes,
  ...reportApiRoutes,
];
