import type { template } from 'glass-easel';

/** What the build read from the sources (build/project.ts). */
export interface Project {
  app: {
    pages: string[];
    window?: Appearance;
    tabBar?: { list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]; color?: string; selectedColor?: string; backgroundColor?: string };
  };
  parts: { path: string; kind: 'page' | 'component'; config: Record<string, unknown> & Appearance; scope: string | null }[];
}

/** Of a page, or of all in app.json. */
export interface Appearance {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: 'black' | 'white';
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
}

export type Templates = Record<string, template.ComponentTemplate['content']>;
