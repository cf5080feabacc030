import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Gate } from './shell/gate.tsx';
import { NotFound } from './shell/not-found.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const welcome = createRoute({
  getParentRoute: () => root,
  path: 'welcome',
  component: lazyRouteComponent(() => import('./features/setup/welcome-page.tsx'), 'WelcomePage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: 'invitation',
  component: lazyRouteComponent(() => import('./features/sign-in/invitation-page.tsx'), 'InvitationPage'),
});

const newPassword = createRoute({
  getParentRoute: () => root,
  path: 'new-password',
  component: lazyRouteComponent(() => import('./features/sign-in/new-password-page.tsx'), 'NewPasswordPage'),
});

/** Everything that only staff see, inside the frame. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Gate });

const program = createRoute({
  getParentRoute: () => inside,
  path: 'program',
  component: lazyRouteComponent(() => import('./features/program/program-page.tsx'), 'ProgramPage'),
});

const rewards = createRoute({
  getParentRoute: () => inside,
  path: 'rewards',
  component: lazyRouteComponent(() => import('./features/rewards/rewards-page.tsx'), 'RewardsPage'),
});

const lists = createRoute({
  getParentRoute: () => inside,
  path: 'lists',
  component: lazyRouteComponent(() => import('./features/lists/lists-page.tsx'), 'ListsPage'),
});

const list = createRoute({
  getParentRoute: () => inside,
  path: 'lists/$listId',
  component: lazyRouteComponent(() => import('./features/lists/list-page.tsx'), 'ListMembersPage'),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('./features/home/home-page.tsx'), 'HomePage'),
});

const members = createRoute({
  getParentRoute: () => inside,
  path: 'members',
  component: lazyRouteComponent(() => import('./features/members/members-page.tsx'), 'MembersPage'),
});

const member = createRoute({
  getParentRoute: () => inside,
  path: 'members/$memberId',
  component: lazyRouteComponent(() => import('./features/members/member-page.tsx'), 'MemberPage'),
});

const approvals = createRoute({
  getParentRoute: () => inside,
  path: 'approvals',
  component: lazyRouteComponent(() => import('./features/members/approvals-page.tsx'), 'ApprovalsPage'),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: 'settings',
  component: lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
});

const settingsArea = createRoute({
  getParentRoute: () => inside,
  path: 'settings/$area',
  component: lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: 'profile',
  component: lazyRouteComponent(() => import('./features/profile/profile-page.tsx'), 'ProfilePage'),
});

const newShop = createRoute({
  getParentRoute: () => inside,
  path: 'new-shop',
  component: lazyRouteComponent(() => import('./features/setup/new-shop-page.tsx'), 'NewShopPage'),
});

export const routeTree = root.addChildren([
  welcome,
  invitation,
  newPassword,
  inside.addChildren([
    home,
    members,
    member,
    approvals,
    settings,
    settingsArea,
    profile,
    newShop,
    program,
    rewards,
    lists,
    list,
  ]),
]);
