// One demo with sixty days behind it: first their figures, then a push, after which three more days pass.
import './sixty-days/insights.ts';
import './sixty-days/push.ts';
