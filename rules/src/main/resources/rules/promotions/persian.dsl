# جمله‌هایی برای نوشتن قانون به فارسی
[keyword]قانون=rule
[keyword]اگر=when
[keyword]آنگاه=then
[keyword]پایان=end
[when]مشتری تازه به بخش {s} رفته است=Customer( enteredSegment == {s} )
[when]سبد مشتری بخش {s} است=Basket( customer.segment == {s} )
[when]- و جمع سبد دست کم {n} ریال است=total >= {n}
[then]تخفیف بازگشت {p} درصد برای {d} روز پیشنهاد کن=effects.winBack({p}, {d});
[then]{p} درصد از سبد کم کن=effects.percentOff({p});
