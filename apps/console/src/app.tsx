import { Notifications } from '@mantine/notifications';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { FaceProvider, ThemeProvider } from '@trofast/ui';
import { routeTree } from './routes.tsx';
import { Broken } from './shell/broken.tsx';

const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  return (
    <ThemeProvider>
      <FaceProvider program="">
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </FaceProvider>
    </ThemeProvider>
  );
}
