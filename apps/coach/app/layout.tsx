import { ThemeScript } from '@groundwork/ui/primitives/theme-script';
import { ToastRegion } from '@groundwork/ui/primitives/toast-region';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './globals.css';

export const metadata: Metadata = { title: { default: 'Groundwork', template: '%s, Groundwork' } };

export const viewport: Viewport = { colorScheme: 'light dark' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body data-density="dense">
        {children}
        <ToastRegion />
      </body>
    </html>
  );
}
