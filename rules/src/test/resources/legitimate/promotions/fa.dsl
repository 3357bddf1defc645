# جمله‌ها
[keyword]قانون=rule
[keyword]اگر=when
[keyword]آنگاه=then
[keyword]پایان=end
[when]مشتری هست=Customer()
[when]- سطح او {t} است=tier == {t}
[when]- دست کم {n} سفارش دارد=orders >= {n}
[when]سبد دست کم {n} ریال است=Basket( total >= {n} )
[then]{n} امتیاز بده=effects.points({n});
[then]{p} درصد کم کن=effects.percentOff({p});
[then]پیام {t} بفرست=effects.message({t});
