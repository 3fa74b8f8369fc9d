// One demo of sixty followers, and the work of several people in it, one after another.
// The operator comes first: nobody has bought anything yet, so whoever is erased may be.
import './small-demo/operator.ts';
import './small-demo/content.ts';
import './small-demo/shop.ts';
import './small-demo/store.ts';
