// One demo of three hundred followers, in which each scenario brings its own person.
import './three-days/golden-path.ts';
import './three-days/audience.ts';
